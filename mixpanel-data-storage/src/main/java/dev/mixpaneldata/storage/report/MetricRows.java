package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.DateRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows that one metric of an Insights report measures, and what is computed of them. */
final class MetricRows {
  private static final String BUCKET = "metric_bucket";
  private static final String VALUE = "metric_value";

  private final ReportContext session;
  private final InsightsRequest request;
  private final Metric metric;
  private final EventRows rows;
  private final Condition where;
  private final List<SegmentKey> keys = new ArrayList<>();
  private final Optional<String> value;
  private final Map<DateRange, Select> bases = new HashMap<>();

  MetricRows(ReportContext session, InsightsRequest request, Metric metric) throws SQLException {
    this.session = session;
    this.request = request;
    this.metric = metric;
    this.rows = session.rows();
    this.where = session.condition(rows, both(request.where(), metric.where()));
    ExpressionCompiler compiler = session.compiler(rows);
    for (Grouping by : request.by()) {
      keys.add(GroupKeys.key(session, rows, compiler, by));
    }
    this.value =
        metric
            .property()
            .map(Expression::on)
            .map(on -> readsAnyValue() ? compiler.json(on) : compiler.number(on));
  }

  private static Optional<String> both(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of("(" + one.get() + ") and (" + other.get() + ")")
        : one.or(() -> other);
  }

  /** Different values may be of any type; all else is computed from numbers. */
  private boolean readsAnyValue() {
    return metric.perUser().isPresent()
        ? metric.perUser().get() == PerUser.UNIQUE_VALUES
        : metric.measureOrTotal() == Measure.UNIQUE_VALUES;
  }

  /** Returns the innermost segments, those with the most events first, one more than the limit. */
  List<List<String>> segments(DateRange range) throws SQLException {
    List<List<String>> segments = new ArrayList<>();
    List<String> names = names(keys.size());
    Select part = from(range, keys.size());
    Select whole = largest(part.again(), names, "count(*)");
    part.columns(names).column("count(*)", "n").groupBy(names);
    session.run(
        Sharded.of(whole, part, largest(Select.from(Sharded.ROWS), names, "sum(n)")),
        row -> segments.add(read(row, keys.size())));
    return segments;
  }

  private Select largest(Select rows, List<String> names, String events) {
    List<String> order = new ArrayList<>(List.of(events + " DESC"));
    order.addAll(names);
    return rows.columns(names)
        .groupBy(names)
        .orderBy(order.toArray(String[]::new))
        .limit(request.limit() + 1L);
  }

  /**
   * Returns the numbers of the segments of one level by bucket, without those that have no events.
   *
   * @param wanted the segments; all others are left out
   */
  Map<List<String>, Map<String, Number>> numbers(
      DateRange range, int level, Collection<List<String>> wanted) throws SQLException {
    Map<List<String>, Map<String, Number>> numbers = new HashMap<>();
    List<String> names = names(level);
    Select source = from(metric.measureOrTotal().read(range), level);
    if (level > 0) {
      source.where("(" + String.join(", ", names) + ") IN " + tuples(wanted));
    }
    session.run(
        aggregated(source, names, range),
        row -> {
          double number = row.getDouble("result");
          if (!row.wasNull()) {
            numbers
                .computeIfAbsent(read(row, level), s -> new HashMap<>())
                .put(bucket(row), number);
          }
        });
    return numbers;
  }

  private Sharded aggregated(Select source, List<String> names, DateRange range) {
    List<String> group = new ArrayList<>(names);
    group.add(BUCKET);
    Measure measure = metric.measureOrTotal();
    if (metric.perUser().isPresent()) {
      List<String> each = new ArrayList<>(group);
      each.add("distinct_id");
      source
          .columns(each)
          .column(ofUser(metric.perUser().get()), VALUE)
          .where(CountedSeries.IS_USER)
          .where(VALUE + " IS NOT NULL")
          .groupBy(each);
      return measured(Select.from("users").with("users", source), group, true);
    }
    if (measure == Measure.CUMULATIVE_UNIQUE) {
      List<String> each = new ArrayList<>(names);
      each.add("distinct_id");
      source
          .columns(each)
          .column("min(" + BUCKET + ")", BUCKET)
          .where(CountedSeries.IS_USER)
          .groupBy(each);
      Select beginners =
          Select.from("beginners")
              .with("beginners", source)
              .columns(group)
              .column("count(*)", "result")
              .groupBy(group);
      return Sharded.added(beginners, true, group, List.of("result"));
    }
    if (measure.activeDays() > 1) {
      Select active = active(source, names, measure.activeDays(), range);
      return Sharded.added(active, true, group, List.of("result"));
    }
    if (measure.countsUsers() || metric.property().isEmpty()) {
      Select counted = source.columns(group).column(result(measure), "result").groupBy(group);
      return Sharded.added(counted, measure.countsUsers(), group, List.of("result"));
    }
    return measured(source, group, false);
  }

  /** Measures the values of rows; for those of several shards, by what can be put together. */
  private Sharded measured(Select rows, List<String> group, boolean byUser) {
    PartialMeasure partial =
        new PartialMeasure(metric.measureOrTotal(), group, VALUE, metric.percentile());
    Select part = partial.part(rows.again());
    // Counting each of few values takes a third of the time of gathering them all.
    Select whole =
        partial.isOfValues() && this.rows.haveFewValues()
            ? Select.from("measured")
                .with(Sharded.ROWS, part)
                .with("measured", partial.merged())
                .columns(group)
                .column("result", "result")
            : rows.columns(group)
                .column(ofNumbers(metric.measureOrTotal()), "result")
                .groupBy(group);
    return new Sharded(whole, part, partial.merged(), byUser, false);
  }

  /** Counts each user on every day on which an event of theirs is one of the last days. */
  private static Select active(Select source, List<String> names, int days, DateRange range) {
    List<String> group = new ArrayList<>(names);
    group.add(BUCKET);
    List<String> each = new ArrayList<>(group);
    each.add("distinct_id");
    source.columns(each).where(CountedSeries.IS_USER).groupBy(each);
    Select spread =
        Select.from("active")
            .columns(names)
            .column("distinct_id", "distinct_id")
            .column(BUCKET + " + unnest(range(" + days + "))::INTEGER", BUCKET);
    return Select.from("spread")
        .with("active", source)
        .with("spread", spread)
        .columns(group)
        .column("count(DISTINCT distinct_id)", "result")
        .where(BUCKET + " BETWEEN DATE '" + range.from() + "' AND DATE '" + range.to() + "'")
        .groupBy(group);
  }

  private String result(Measure measure) {
    if (measure.countsUsers()) {
      return "count(DISTINCT distinct_id) FILTER (WHERE " + CountedSeries.IS_USER + ")";
    }
    return "count(*)";
  }

  private static String ofUser(PerUser per) {
    return switch (per) {
      case TOTAL -> "fsum(" + VALUE + ")";
      case AVERAGE -> "fsum(" + VALUE + ") / count(" + VALUE + ")";
      case MIN -> "min(" + VALUE + ")";
      case MAX -> "max(" + VALUE + ")";
      case UNIQUE_VALUES -> "count(DISTINCT " + VALUE + ")";
    };
  }

  private String ofNumbers(Measure measure) {
    return switch (measure) {
      case TOTAL -> "coalesce(fsum(" + VALUE + "), 0)";
      case AVERAGE -> "fsum(" + VALUE + ") / count(" + VALUE + ")";
      case MIN -> "min(" + VALUE + ")";
      case MAX -> "max(" + VALUE + ")";
      case MEDIAN, P25, P75, P90, P99, PERCENTILE ->
          quantile(PartialMeasure.percent(measure, metric.percentile()));
      case UNIQUE_VALUES -> "count(DISTINCT " + VALUE + ")";
      default -> throw new IllegalStateException(measure + " is refused before.");
    };
  }

  private static String quantile(double percent) {
    return "quantile_cont(" + VALUE + ", " + percent / 100 + ")";
  }

  /** Returns the rows of a level: an event with a list stands in the segment of each element. */
  private Select from(DateRange range, int level) throws SQLException {
    String bucket =
        request.total()
            ? SqlValues.text(InsightsResult.ALL)
            : session.clock().bucket("event_time", range, request.unit());
    Select passing =
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, base(range))
            .column("*", "*")
            .column(bucket, BUCKET)
            .column(value.orElse("NULL"), VALUE)
            .where(where.passes());
    String source = "level_0";
    Select result = Select.from("level_" + level).with(source, passing);
    for (int i = 0; i < level; i++) {
      SegmentKey key = keys.get(i);
      result.with(
          "level_" + (i + 1),
          Select.from(source)
              .column("*", "*")
              .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), name(i)));
      source = "level_" + (i + 1);
    }
    return result;
  }

  /** Returns the rows of a period, about which the user is warned once. */
  private Select base(DateRange range) throws SQLException {
    Select known = bases.get(range);
    if (known == null) {
      known = session.passing(rows, session.events(InsightsReport.names(metric), range), where);
      bases.put(range, known);
    }
    return known;
  }

  private static String name(int level) {
    return "segment_" + (level + 1);
  }

  private static List<String> names(int levels) {
    return IntStream.range(0, levels).mapToObj(MetricRows::name).toList();
  }

  private static String tuples(Collection<List<String>> segments) {
    return segments.stream()
        .map(
            segment ->
                segment.stream().map(SqlValues::text).collect(Collectors.joining(", ", "(", ")")))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static List<String> read(ResultSet row, int levels) throws SQLException {
    List<String> segment = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      segment.add(row.getString(name(i)));
    }
    return List.copyOf(segment);
  }

  private String bucket(ResultSet row) throws SQLException {
    return request.total() ? row.getString(BUCKET) : BucketKeys.read(row, BUCKET, request.unit());
  }
}
