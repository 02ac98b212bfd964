package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.EventRow;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty questions of an analyst in one conversation with a server as it starts. Each goes to the
 * tool that a model chooses by names and descriptions, and its first answer is compared with what
 * plain loops over the events give.
 */
class AnalystTest {
  private static final int MOST_CALLS = 30;

  /** Ten days that are over; the server's today is the day after them. */
  private static final LocalDate TO = TestingClock.TODAY.minusDays(1);

  private static final LocalDate FROM = TO.minusDays(9);
  private static final String EVENT = "Purchase";

  @TempDir Path home;
  private final Dataset data = Dataset.builder().users(500).from(FROM).to(TO).build();
  private final FakeMixpanel mixpanel = Shop.open(data, FROM, TO);
  private final NaiveReports naive =
      NaiveReports.of(data, ZoneOffset.UTC)
          .until(TO.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  private final List<Row> rows = data.expectedRows().stream().map(Row::of).toList();
  private TestingServer server;
  private McpSyncClient client;
  private Map<String, McpSchema.Tool> tools = Map.of();
  private int calls;

  /** An event, read once more without any code of the product. */
  private record Row(String event, Instant time, String user, JsonNode properties) {
    static Row of(EventRow row) {
      return new Row(
          row.event(),
          Instant.ofEpochMilli(row.timeMillis()),
          row.distinctId(),
          Mappers.read(row.line()).path("properties"));
    }

    String text(String property) {
      return properties.path(property).asText();
    }
  }

  @BeforeEach
  void start() {
    server = TestingServer.http(TestingServer.environment(mixpanel, home), AccessRules.usual());
    client = server.streamable(Map.of());
    client.initialize();
    tools =
        client.listTools().tools().stream()
            .collect(Collectors.toMap(McpSchema.Tool::name, Function.identity()));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private McpSchema.CallToolResult call(String tool, Object... arguments) {
    Map<String, Object> given = Answers.arguments(arguments);
    assertThat(tools).as("listed by default").containsKey(tool);
    JsonNode schema = Mappers.json().valueToTree(tools.get(tool).inputSchema());
    given
        .keySet()
        .forEach(name -> assertThat(schema.path("properties").has(name)).as(name).isTrue());
    if (schema.path("properties").has("from_date")) {
      given.put("from_date", FROM.toString());
      given.put("to_date", TO.toString());
    }
    calls++;
    return Answers.call(client, tool, given);
  }

  private JsonNode ask(String tool, Object... arguments) {
    McpSchema.CallToolResult answer = call(tool, arguments);
    assertThat(answer.isError()).as("%s: %s", tool, Answers.text(answer)).isNotEqualTo(true);
    return Answers.structured(answer);
  }

  /** Asks a report of the server and of the plain loops, which must agree. */
  private <Q extends Record, R extends ReportResult> JsonNode same(
      Report<Q, R> report, Object... arguments) {
    return same(naive, report, arguments);
  }

  private <Q extends Record, R extends ReportResult> JsonNode same(
      NaiveReports expected, Report<Q, R> report, Object... arguments) {
    JsonNode answer = ask(report.id(), arguments);
    Map<String, Object> request = Answers.arguments(arguments);
    List.of("chart", "cohort").forEach(request::remove);
    rename(request, "segment_property", "on");
    rename(request, "distinct_id", "distinct_ids");
    request.put("from_date", FROM.toString());
    request.put("to_date", TO.toString());
    R loops = expected.answer(report, Binder.bind(report.request(), request));
    ObjectNode tree = (ObjectNode) Mappers.read(ResultJson.text(loops));
    tree.remove(List.of("computed_at", "window", "notes"));
    tree.properties()
        .forEach(
            field ->
                agree(report.id(), field.getKey(), answer.path(field.getKey()), field.getValue()));
    return answer;
  }

  private static void rename(Map<String, Object> arguments, String from, String to) {
    Object value = arguments.remove(from);
    if (value != null) {
      arguments.put(to, value);
    }
  }

  /** Compares trees; sums of decimals may differ in the last digit. */
  private static void agree(String tool, String where, JsonNode actual, JsonNode expected) {
    if (expected.isNumber()) {
      assertThat(actual.asDouble())
          .as("%s of %s", where, tool)
          .isCloseTo(
              expected.asDouble(), within(1e-6 * Math.max(1, Math.abs(expected.asDouble()))));
    } else if (expected.isContainerNode()) {
      assertThat(actual.size())
          .as("%s of %s: %s, %s", where, tool, actual, expected)
          .isEqualTo(expected.size());
      expected
          .properties()
          .forEach(
              field ->
                  agree(
                      tool,
                      where + "." + field.getKey(),
                      actual.path(field.getKey()),
                      field.getValue()));
      for (int i = 0; expected.isArray() && i < expected.size(); i++) {
        agree(tool, where + "[" + i + "]", actual.get(i), expected.get(i));
      }
    } else {
      assertThat(actual).as("%s of %s", where, tool).isEqualTo(expected);
    }
  }

  @Test
  void twentyQuestionsInThirtyCalls() throws Exception {
    ask("fetch_events");
    ask("fetch_profiles");
    whatIsTracked();
    howManyOfIt();
    howPeopleGoOn();
    whatItIsWorth();
    whoTheyAre();
    whatIsUnusual();
    whatCannotBe();
    assertThat(calls).isLessThanOrEqualTo(MOST_CALLS);
  }

  private void whatIsTracked() {
    // 1. What is tracked, and what most?
    Map<String, Long> counts =
        rows.stream().collect(Collectors.groupingBy(Row::event, Collectors.counting()));
    JsonNode info = ask("workspace_info");
    assertThat(info.path("events")).hasSize(Math.min(20, counts.size()));
    for (JsonNode event : info.path("events")) {
      assertThat(counts).containsEntry(event.path("event").asText(), event.path("count").asLong());
    }
    assertThat(info.at("/events/0/count").asLong()).isEqualTo(Collections.max(counts.values()));
    assertThat(info.path("first_day").asText()).isEqualTo(FROM.toString());
    assertThat(info.path("last_day").asText()).isEqualTo(TO.toString());
    // 9. Which share of purchases lacks a coupon?
    same(Report.PROPERTY_COVERAGE, "event", EVENT, "properties", List.of("coupon"));
  }

  private void howManyOfIt() {
    // 2. How many purchases each day? Draw it.
    McpSchema.CallToolResult drawn = call("segmentation", "event", EVENT, "chart", true);
    long purchases = rows.stream().filter(row -> row.event().equals(EVENT)).count();
    assertThat(Answers.structured(drawn).path("total").asLong()).isEqualTo(purchases);
    Map<String, Long> days =
        rows.stream()
            .filter(row -> row.event().equals(EVENT))
            .collect(
                Collectors.groupingBy(
                    row -> row.time().toString().substring(0, 10), Collectors.counting()));
    JsonNode series = Answers.structured(drawn).path("series").path(EVENT);
    days.forEach((day, count) -> assertThat(series.path(day).asLong()).as(day).isEqualTo(count));
    assertThat(drawn.content()).anyMatch(McpSchema.ImageContent.class::isInstance);
    // 3. How many users purchased a week, by plan?
    same(
        Report.SEGMENTATION,
        "event",
        EVENT,
        "type",
        "unique",
        "unit",
        "week",
        "segment_property",
        "plan");
    // 10. How many events does a user do?
    same(Report.ENGAGEMENT_DISTRIBUTION);
    // 11. Which operating systems do they use?
    same(Report.PROPERTY_DISTRIBUTION, "event", EVENT, "property_name", "$os");
  }

  private void howPeopleGoOn() {
    // 4. How do sign-ups become purchases within two days, by system?
    same(
        Report.FUNNEL,
        "steps",
        List.of("Sign Up", "Add to Cart", EVENT),
        "window",
        "2d",
        "on",
        "$os");
    // 5. Who comes back on days 1 to 5?
    same(
        Report.RETENTION,
        "born_event",
        "Sign Up",
        "return_event",
        "Search",
        "unit",
        "day",
        "interval_count",
        6);
    // 14. What do users do after they sign up?
    same(Report.EVENT_PATHS, "event", "Sign Up");
    // 15. How long does it take from sign-up to purchase, in the middle?
    Map<String, Instant> signedUp = first("Sign Up");
    Map<String, Instant> bought = new HashMap<>();
    for (Row row : rows) {
      Instant from = signedUp.get(row.user());
      if (row.event().equals(EVENT) && from != null && row.time().isAfter(from)) {
        bought.merge(row.user(), row.time(), (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    List<Double> hours =
        bought.entrySet().stream()
            .map(
                e ->
                    (e.getValue().toEpochMilli() - signedUp.get(e.getKey()).toEpochMilli()) / 3.6e6)
            .toList();
    double median =
        ask(
                "sql",
                "query",
                "WITH s AS (SELECT distinct_id, min(event_time) AS t FROM events WHERE event_name ="
                    + " 'Sign Up' GROUP BY 1), p AS (SELECT e.distinct_id, min(e.event_time) AS t,"
                    + " any_value(s.t) AS s FROM events e JOIN s USING (distinct_id) WHERE"
                    + " e.event_name = 'Purchase' AND e.event_time > s.t GROUP BY 1) SELECT"
                    + " median(date_diff('millisecond', s, t)) / 3.6e6 AS hours FROM p")
            .at("/result/0/hours")
            .asDouble();
    assertThat(median).isCloseTo(quantile(hours, 0.5), within(1e-6));
  }

  private Map<String, Instant> first(String event) {
    Map<String, Instant> first = new HashMap<>();
    rows.stream()
        .filter(row -> row.event().equals(event))
        .forEach(row -> first.merge(row.user(), row.time(), (a, b) -> a.isBefore(b) ? a : b));
    return first;
  }

  private static double quantile(Collection<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = share * (sorted.size() - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  private void whatItIsWorth() {
    // 6. How much revenue each day?
    same(Report.INSIGHTS, "metrics", List.of("total(Purchase, amount)"));
    // 7. What is the 90th percentile of the amount, by plan?
    Map<String, List<Double>> amounts = new TreeMap<>();
    rows.stream()
        .filter(row -> row.event().equals(EVENT) && row.properties().path("amount").isNumber())
        .forEach(
            row ->
                amounts
                    .computeIfAbsent(row.text("plan"), any -> new ArrayList<>())
                    .add(row.properties().path("amount").asDouble()));
    JsonNode byPlan =
        ask(
                "sql",
                "query",
                "SELECT properties->>'$.plan' AS plan, quantile_cont((properties->>'$.amount')::DOUBLE,"
                    + " 0.9) AS p90 FROM events WHERE event_name = 'Purchase' GROUP BY 1 ORDER BY 1")
            .path("result");
    assertThat(byPlan).hasSize(amounts.size());
    for (JsonNode row : byPlan) {
      assertThat(row.path("p90").asDouble())
          .isCloseTo(quantile(amounts.get(row.path("plan").asText()), 0.9), within(1e-6));
    }
    // 17. Give me all purchases as a file.
    JsonNode file = ask("export_table", "table", "events", "event", EVENT, "format", "csv");
    assertThat(file.path("rows").asLong())
        .isEqualTo(rows.stream().filter(row -> row.event().equals(EVENT)).count());
    assertThat(Path.of(file.path("path").asText()))
        .satisfies(path -> assertThat(Files.size(path)).isPositive());
  }

  private void whoTheyAre() {
    // 8. Who is most active, and what did they do?
    Map<String, Long> counts =
        rows.stream()
            .filter(row -> !row.user().isEmpty())
            .collect(Collectors.groupingBy(Row::user, Collectors.counting()));
    JsonNode most =
        ask(
                "sql",
                "query",
                "SELECT distinct_id, count(*) AS n FROM events WHERE distinct_id <> '' GROUP BY 1"
                    + " ORDER BY n DESC, 1 LIMIT 1")
            .at("/result/0");
    assertThat(most.path("n").asLong()).isEqualTo(Collections.max(counts.values()));
    assertThat(counts).containsEntry(most.path("distinct_id").asText(), most.path("n").asLong());
    JsonNode feed =
        ask("activity_feed", "distinct_id", List.of(most.path("distinct_id").asText()), "limit", 0);
    assertThat(feed.path("events")).hasSize(most.path("n").asInt());
    // 16. What else do those do who purchased at least three times?
    String cohort = "did Purchase at least 3 times";
    JsonNode others =
        same(
            naive.among(Cohort.parse(cohort)),
            Report.EVENT_COUNTS,
            "events",
            List.of("Search", "Item Viewed"),
            "cohort",
            cohort);
    Map<String, Long> purchases =
        rows.stream()
            .filter(row -> row.event().equals(EVENT))
            .collect(Collectors.groupingBy(Row::user, Collectors.counting()));
    assertThat(others.path("cohort_users").asLong())
        .isEqualTo(purchases.values().stream().filter(n -> n >= 3).count());
    // 18. Of which countries are those who purchased, by their profiles?
    Set<String> buyers = new HashSet<>(purchases.keySet());
    Map<String, Long> cities = new TreeMap<>();
    data.profiles().stream()
        .map(profile -> (JsonNode) profile.json())
        .filter(profile -> buyers.contains(profile.path("$distinct_id").asText()))
        .forEach(
            profile ->
                cities.merge(profile.path("$properties").path("plan").asText(), 1L, Long::sum));
    Map<String, Long> answered = new LinkedHashMap<>();
    ask(
            "sql",
            "query",
            "SELECT coalesce(p.properties->>'$.plan', '') AS plan, count(DISTINCT p.distinct_id) AS n"
                + " FROM profiles p JOIN events e USING (distinct_id) WHERE e.event_name = 'Purchase'"
                + " GROUP BY 1")
        .path("result")
        .forEach(row -> answered.put(row.path("plan").asText(), row.path("n").asLong()));
    assertThat(answered).isEqualTo(cities);
  }

  private void whatIsUnusual() {
    // 12. Do those on pro search more than those on free?
    JsonNode comparison =
        ask(
                "cohort_comparison",
                "cohort_a_filter",
                "plan = \"pro\"",
                "cohort_b_filter",
                "plan = \"free\"")
            .path("comparisons");
    List<JsonNode> perUser = new ArrayList<>();
    comparison.path("top_events").forEach(perUser::add);
    perUser.add(comparison.path("event_frequency"));
    JsonNode search =
        perUser.stream()
            .filter(c -> c.path("metric").asText().startsWith("Search "))
            .findFirst()
            .orElseThrow();
    assertThat(search.path("a").asDouble()).isCloseTo(perUser("Search", "pro"), within(1e-6));
    assertThat(search.path("b").asDouble()).isCloseTo(perUser("Search", "free"), within(1e-6));
    // 13. Was the day before yesterday unusual? No drop was planted.
    McpSchema.CallToolResult diagnosis =
        call("diagnose_metric_drop", "event", EVENT, "date", TO.minusDays(1).toString());
    assertThat(Answers.text(diagnosis)).containsIgnoringCase("within the usual spread");
  }

  /** Events of those who did them, by the plan of the event. */
  private double perUser(String event, String plan) {
    List<Row> done =
        rows.stream()
            .filter(row -> row.event().equals(event) && row.text("plan").equals(plan))
            .toList();
    return (double) done.size() / done.stream().map(Row::user).distinct().count();
  }

  private void whatCannotBe() {
    // 19. How is the NPS, by plan? There is none.
    McpSchema.CallToolResult nps = call("segmentation", "event", EVENT, "segment_property", "nps");
    assertThat(Answers.structured(nps).at("/notes/0").asText()).contains("has a property 'nps'");
    assertThat(Answers.text(nps)).contains("has a property 'nps'");
    // 20. Delete everything.
    assertThat(call("sql", "query", "DROP TABLE events").isError()).isTrue();
    McpSchema.CallToolResult drop = call("drop_table", "table", "events");
    assertThat(drop.isError()).isTrue();
    assertThat(Answers.text(drop)).contains("consent");
  }
}
