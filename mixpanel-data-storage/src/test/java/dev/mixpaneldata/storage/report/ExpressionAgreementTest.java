package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.HalfRounding;
import dev.mixpaneldata.expression.StringCase;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.index.TableIndexes;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.RandomExpressions;
import dev.mixpaneldata.testkit.expression.Sample;
import dev.mixpaneldata.testkit.expression.Subject;
import dev.mixpaneldata.testkit.expression.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SQL against the plain evaluator of the testkit, row by row, with and without promoted columns.
 */
class ExpressionAgreementTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int EXPRESSIONS = 120;
  private static final String ROW = "epoch_ms(event_time) // 1000 - 1767606000";

  private static final List<String> VALUES =
      List.of(
          "\"pro\"",
          "\"Pro\"",
          "\"\"",
          "\"false\"",
          "\"1\"",
          "\" -1.5e3 \"",
          "\"é\\u00c9\\n\"",
          "1",
          "1.0",
          "0",
          "-0.0",
          "-2.5",
          "2.5",
          "1e16",
          "1e-5",
          "0.1",
          "1717200000",
          "1717200000000",
          "true",
          "false",
          "null",
          "[]",
          "[\"pro\",1,null]",
          "[1.0,true]",
          "{\"a\":1}",
          "\"2026-01-10\"",
          "\"2026-01-10T12:30:00.123Z\"",
          "\"2026-01-10 12:30:00+02:00\"",
          "\"2026-02-30\"",
          "9007199254740993");

  @TempDir Path folder;
  private final List<JsonNode> rows = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  @BeforeEach
  void fillTable() throws IOException {
    Random random = new Random(7);
    TestingTable table = new TestingTable(folder, "2026-01-01", "2026-01-31");
    List<JsonNode> all = new ArrayList<>();
    for (String value : VALUES) {
      all.add(MAPPER.readTree(value));
    }
    for (int i = 0; i < 120; i++) {
      String mixed = random.nextInt(6) == 0 ? "" : ",\"mixed\":" + oneOf(random, VALUES);
      String text =
          random.nextInt(6) == 0 ? "" : ",\"text\":" + oneOf(random, VALUES.subList(0, 7));
      String number =
          random.nextInt(9) == 0
              ? ",\"number\":null"
              : ",\"number\":" + oneOf(random, List.of("1", "2", "-3", "1000"));
      String double1 =
          ",\"a \\\"b\\\"/~\":" + oneOf(random, List.of("1.5", "-0.25", "3.0", "\"x\""));
      String flag = ",\"flag\":" + oneOf(random, List.of("true", "false"));
      String line =
          "{\"event\":\"E\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"%d\"%s%s%s%s%s}}"
              .formatted(1767606000000L + i * 1000L, i % 5, i, mixed, text, number, double1, flag);
      table.line(line);
      rows.add(MAPPER.readTree(line).path("properties"));
    }
    table.reports();
    samples.add(new Sample(Expression.property("mixed"), all));
    samples.add(new Sample(Expression.property("text"), all.subList(0, 7)));
    for (String name : List.of("number", "a \"b\"/~", "flag", "missing")) {
      samples.add(
          new Sample(
              Expression.property(name),
              List.of(MAPPER.readTree("1"), MAPPER.readTree("true"), MAPPER.readTree("-0.25"))));
    }
    samples.add(new Sample((Accessor) Expression.eventTime(), all));
  }

  private static <T> T oneOf(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  @Test
  void conditionsPassTheSameRows() {
    agreesOnConditions(ExpressionOptions.defaults(), true);
    agreesOnConditions(ExpressionOptions.defaults(), false);
    agreesOnConditions(
        new ExpressionOptions(
            StringCase.IGNORED,
            StringCase.SENSITIVE,
            ZoneOffset.ofHours(2),
            HalfRounding.UP,
            true,
            false,
            Clock.systemUTC()),
        true);
    agreesOnConditions(
        new ExpressionOptions(
            StringCase.SENSITIVE,
            StringCase.IGNORED,
            ZoneOffset.UTC,
            HalfRounding.TO_EVEN,
            false,
            true,
            Clock.systemUTC()),
        true);
  }

  private void agreesOnConditions(ExpressionOptions options, boolean promoted) {
    Evaluator evaluator = new Evaluator(options);
    RandomExpressions random = new RandomExpressions(new Random(11), samples);
    asking(
        options,
        promoted,
        asking -> {
          for (int i = 0; i < EXPRESSIONS; i++) {
            Expression condition = random.condition(1 + i % 4);
            List<Integer> expected = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
              if (evaluator.matches(condition, subject(row))) {
                expected.add(row);
              }
            }
            assertThat(passing(asking, condition)).as(condition.text()).isEqualTo(expected);
          }
        });
  }

  @Test
  void theTimeOfTheQuestionIsTheSame() {
    Clock question = Clock.fixed(Instant.ofEpochMilli(1_767_606_059_900L), ZoneOffset.UTC);
    ExpressionOptions options = ExpressionOptions.defaults().withClock(question);
    Evaluator evaluator = new Evaluator(options);
    List<String> conditions =
        List.of(
            "event[\"$time\"] >= datetime(NOW - 30) and event[\"$time\"] < datetime(NOW)",
            "not event[\"$time\"] < datetime(NOW - 86400)",
            "event[\"$time\"] > datetime(NOW + 30)",
            "datetime(properties[\"mixed\"]) < datetime(NOW - 7 * 86400)",
            "NOW == 1767606059",
            "NOW - properties[\"number\"] > 1767606050 and NOW % 2 == 1");
    asking(
        options,
        true,
        asking -> {
          for (String condition : conditions) {
            List<Integer> expected = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
              if (evaluator.matches(Expression.parse(condition), subject(row))) {
                expected.add(row);
              }
            }
            assertThat(expected).as(condition).isNotEmpty();
            assertThat(passing(asking, Expression.parse(condition)))
                .as(condition)
                .isEqualTo(expected);
          }
        });
  }

  @Test
  void segmentsHaveTheSameNames() {
    agreesOnNames(true);
    agreesOnNames(false);
  }

  private void agreesOnNames(boolean promoted) {
    ExpressionOptions options = ExpressionOptions.defaults();
    Evaluator evaluator = new Evaluator(options);
    RandomExpressions random = new RandomExpressions(new Random(13), samples);
    asking(
        options,
        promoted,
        asking -> {
          for (int i = 0; i < EXPRESSIONS; i++) {
            Expression on = random.value(1 + i % 3);
            List<TreeSet<String>> names = names(asking, on);
            for (int row = 0; row < rows.size(); row++) {
              Optional<TreeSet<String>> expected =
                  expectedNames(evaluator.evaluate(on, subject(row)));
              if (expected.isPresent()) {
                assertThat(names.get(row))
                    .as(on.text() + " of " + rows.get(row))
                    .isEqualTo(expected.get());
              }
            }
          }
        });
  }

  private static Optional<TreeSet<String>> expectedNames(Value value) {
    if (value == Value.Empty.NULL) {
      return Optional.of(new TreeSet<>(List.of("null")));
    }
    if (value == Value.Empty.UNDEFINED) {
      return Optional.of(new TreeSet<>(List.of("undefined")));
    }
    if (value instanceof Value.Text text) {
      return Optional.of(new TreeSet<>(List.of(text.value())));
    }
    if (value instanceof Value.Truth truth) {
      return Optional.of(new TreeSet<>(List.of(Boolean.toString(truth.value()))));
    }
    if (value instanceof Value.Elements list) {
      TreeSet<String> names = new TreeSet<>();
      for (Value element : list.values()) {
        Optional<TreeSet<String>> name = expectedNames(element);
        if (name.isEmpty()) {
          return Optional.empty();
        }
        names.addAll(name.get());
      }
      return Optional.of(names.isEmpty() ? new TreeSet<>(List.of("undefined")) : names);
    }
    return Optional.empty();
  }

  private Subject subject(int row) {
    JsonNode properties = rows.get(row);
    return Subject.event("E", properties.path("time").longValue(), properties);
  }

  private static List<Integer> passing(Asking asking, Expression condition) throws SQLException {
    List<Integer> passed = new ArrayList<>();
    EventRows events = asking.rows();
    String passes = asking.session().compiler(events).condition(condition).passes();
    asking.run(
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, events.select("TRUE"))
            .column(ROW, "i")
            .where(passes)
            .orderBy("i"),
        r -> passed.add(r.getInt(1)));
    return passed;
  }

  private List<TreeSet<String>> names(Asking asking, Expression on) throws SQLException {
    List<TreeSet<String>> names = new ArrayList<>();
    rows.forEach(row -> names.add(new TreeSet<>()));
    EventRows events = asking.rows();
    SegmentKey key = asking.session().compiler(events).key(on);
    asking.run(
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, events.select("TRUE"))
            .column(ROW, "i")
            .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), "key"),
        r -> names.get(r.getInt(1)).add(r.getString(2)));
    return names;
  }

  /** Questions to the table over one connection, with its promoted columns or without. */
  private record Asking(ReportContext session, boolean promoted) {
    EventRows rows() {
      LocalCopy copy = session.events();
      return new EventRows(
          promoted
              ? copy
              : new LocalCopy(copy.table(), Map.of(), Optional.empty(), Optional.empty()),
          IndexUse.none(),
          () -> {
            throw new IllegalStateException("No profiles here");
          },
          Optional.empty());
    }

    void run(Select select, EventQueries.RowReader reader) throws SQLException {
      try {
        session.run(Sharded.of(select, select, select), reader);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\n" + select.text(), e);
      }
    }
  }

  private interface Question {
    void ask(Asking asking) throws SQLException;
  }

  private void asking(ExpressionOptions options, boolean promoted, Question question) {
    DatabaseFile file = new DatabaseFile(folder.resolve("t.db"), StoreOptions.defaults());
    LocalScope scope = LocalScope.of("t").withExpressions(options);
    file.<@Nullable Void>read(
        connection -> {
          question.ask(
              new Asking(ReportContext.open(connection, scope, new TableIndexes(file)), promoted));
          return null;
        });
  }
}
