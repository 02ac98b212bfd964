package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.Drop;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assistant asks in a conversation, each turn with a session and a folder of its own. */
class ConversationTest {
  private static final LocalDate TODAY = TestingClock.TODAY;
  private static final LocalDate FROM = TODAY.minusDays(30);
  private static final LocalDate WEEK = TODAY.minusDays(7);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);
  private static final String NAMES = "/api/query/events/names";
  private static final String EXPORT = "/api/2.0/export";

  private static Dataset data;
  private static FakeMixpanel mixpanel;

  @TempDir Path home;
  private TestingServer server;
  private McpSyncClient client;

  @BeforeAll
  static void open() {
    data = Dataset.builder().users(800).from(FROM).to(TODAY).build();
    mixpanel = Shop.open(data, FROM, TODAY);
  }

  @AfterAll
  static void close() {
    mixpanel.close();
  }

  @BeforeEach
  void start() {
    server = TestingServer.http(TestingServer.environment(mixpanel, home));
    client = server.streamable(Map.of());
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private McpSchema.CallToolResult answer(String tool, Object... arguments) {
    return Answers.call(client, tool, Answers.arguments(arguments));
  }

  private JsonNode ask(String tool, Object... arguments) {
    return Answers.ask(client, tool, arguments);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /** Fetches the last week into the table {@code events}. */
  private JsonNode fetchWeek() {
    return ask("fetch_events", "from_date", WEEK, "to_date", YESTERDAY);
  }

  private static int requests(String path) {
    return mixpanel.requests(path).size();
  }

  @Test
  void whatIsTracked() {
    List<String> events = texts(ask("list_events").path("result"));
    assertThat(events).isSorted().contains("Sign Up", "Purchase");
    assertThat(texts(ask("list_properties", "event", "Purchase").path("result")))
        .contains("$os", "amount", "mp_country_code");
    assertThat(
            texts(
                ask("list_property_values", "event", "Purchase", "property_name", "plan")
                    .path("result")))
        .contains("free", "pro");
    JsonNode funnel = ask("list_funnels").path("result").get(0);
    assertThat(funnel.path("name").asText()).isEqualTo("Signup to purchase");
    assertThat(funnel.path("steps").asInt()).isEqualTo(4);
    assertThat(ask("list_cohorts").path("result").isArray()).isTrue();
    assertThat(ask("list_bookmarks").path("result")).isNotEmpty();
    assertThat(ask("top_events", "limit", 3).path("result")).hasSize(3);
  }

  @Test
  void whatWasAskedAMinuteAgoIsNotAskedAgain() {
    ask("list_events");
    int before = requests(NAMES);
    ask("list_events");
    assertThat(requests(NAMES)).isEqualTo(before);
    ask("clear_discovery_cache");
    ask("list_events");
    assertThat(requests(NAMES)).isEqualTo(before + 1);
  }

  @Test
  void howManySignedUpEachDay() {
    JsonNode report =
        ask("segmentation", "event", "Sign Up", "from_date", FROM, "to_date", YESTERDAY);
    assertThat(report.path("series").path("Sign Up")).hasSize(30);
    McpSchema.CallToolResult drawn =
        answer(
            "segmentation",
            "event",
            "Sign Up",
            "from_date",
            FROM,
            "to_date",
            YESTERDAY,
            "chart",
            true);
    assertThat(drawn.content()).hasAtLeastOneElementOfType(McpSchema.ImageContent.class);
  }

  @Test
  void howTheFunnelConverts() {
    JsonNode funnel =
        ask("funnel", "funnel_id", Examples.FUNNEL, "from_date", FROM, "to_date", YESTERDAY);
    assertThat(funnel.path("steps")).hasSize(4);
    assertThat(funnel.at("/steps/3/overall_conversion_rate").asDouble())
        .isEqualTo(funnel.path("conversion_rate").asDouble())
        .isBetween(0.1, 0.9);
  }

  @Test
  void whoComesBackAfterAWeek() {
    JsonNode retention =
        ask(
            "retention",
            "born_event",
            "Sign Up",
            "return_event",
            "Item Viewed",
            "from_date",
            FROM,
            "to_date",
            YESTERDAY,
            "interval_count",
            8);
    assertThat(retention.at("/cohorts/0/retention")).hasSize(8);
    JsonNode byCountry =
        ask(
            "segmentation",
            "event",
            "Purchase",
            "from_date",
            WEEK,
            "to_date",
            YESTERDAY,
            "segment_property",
            "mp_country_code");
    assertThat(byCountry.path("series").has("IN")).isTrue();
  }

  @Test
  void aWeekIsFetchedOnceAndAskedTwice() {
    assertThat(Answers.text(answer("list_tables"))).contains("fetch_events");
    JsonNode fetched = fetchWeek();
    int exports = requests(EXPORT);
    JsonNode tables = ask("list_tables").path("result");
    assertThat(tables).hasSize(1);
    assertThat(tables.get(0).path("row_count").asLong())
        .isEqualTo(fetched.path("rows").asLong())
        .isPositive();
    assertThat(tables.get(0).path("bytes").asLong()).isPositive();
    assertThat(tables.get(0).path("created_at").asText()).isNotBlank();
    assertThat(ask("workspace_info").path("tables")).hasSize(1);
    ask("sql", "query", "SELECT event_name, count(*) FROM events GROUP BY ALL");
    JsonNode busiest =
        ask(
            "sql",
            "query",
            "SELECT distinct_id, count(*) AS n FROM events GROUP BY ALL ORDER BY n DESC LIMIT 10");
    assertThat(busiest.path("result")).hasSize(10);
    assertThat(requests(EXPORT)).isEqualTo(exports);
  }

  @Test
  void theTableIsExplored() {
    fetchWeek();
    assertThat(ask("sample", "table", "events", "limit", 5).path("result")).hasSize(5);
    assertThat(texts(ask("property_keys", "table", "events").path("result"))).contains("$os");
    assertThat(ask("table_schema", "table", "events").at("/columns/0/name").asText())
        .isEqualTo("event_name");
    JsonNode summary = ask("summarize", "table", "events");
    assertThat(summary.at("/columns/0/count").asLong())
        .isEqualTo(summary.path("row_count").asLong());
    long sum = 0;
    JsonNode breakdown = ask("event_breakdown", "table", "events");
    for (JsonNode event : breakdown.path("events")) {
      sum += event.path("count").asLong();
    }
    assertThat(sum).isEqualTo(summary.path("row_count").asLong());
    assertThat(
            ask("column_stats", "table", "events", "column", "properties.plan")
                .path("unique_count")
                .asLong())
        .isEqualTo(3);
  }

  @Test
  void aReportOnFetchedDaysCostsNothing() {
    fetchWeek();
    int before = mixpanel.requests().size();
    McpSchema.CallToolResult local =
        answer("segmentation", "event", "Purchase", "from_date", WEEK, "to_date", YESTERDAY);
    assertThat(Answers.text(local)).contains("Answered by the local table 'events'");
    assertThat(mixpanel.requests()).hasSize(before);
    JsonNode live =
        ask(
            "segmentation",
            "event",
            "Purchase",
            "from_date",
            WEEK,
            "to_date",
            YESTERDAY,
            "source",
            "live");
    assertThat(live.path("series")).isEqualTo(Answers.structured(local).path("series"));
    assertThat(mixpanel.requests()).hasSize(before + 1);
  }

  @Test
  void aReportIsAskedAboutSomeUsers() {
    fetchWeek();
    int before = mixpanel.requests().size();
    Object[] days = {"from_date", WEEK, "to_date", YESTERDAY};
    long all = ask("segmentation", with(days, "event", "Purchase")).path("total").asLong();
    JsonNode some =
        ask(
            "segmentation",
            with(days, "event", "Purchase", "cohort", "did Purchase at least 2 times"));
    JsonNode others =
        ask(
            "segmentation",
            with(days, "event", "Purchase", "cohort", "not did Purchase at least 2 times"));
    assertThat(some.path("total").asLong()).isPositive().isLessThan(all);
    assertThat(some.path("total").asLong() + others.path("total").asLong()).isEqualTo(all);
    assertThat(ask("active_users", with(days, "cohort", "did Purchase")).path("days")).isNotNull();
    assertThat(mixpanel.requests()).as("Mixpanel is not asked").hasSize(before);

    McpSchema.CallToolResult live =
        answer(
            "segmentation",
            with(days, "event", "Purchase", "cohort", "did Purchase", "source", "live"));
    assertThat(live.isError()).isTrue();
    assertThat(Answers.text(live)).contains("CANNOT_ANSWER", "but not when", "source: local");
  }

  /** They are not in the list of tools, which a model reads before each question. */
  @Test
  void aReportTakesTheOtherPartsOfItsTargetToo() {
    fetchWeek();
    int before = mixpanel.requests().size();
    Object[] days = {"from_date", WEEK, "to_date", YESTERDAY, "event", "Purchase"};
    assertThat(
            Answers.text(answer("segmentation", with(days, "local", "events", "timezone", "UTC"))))
        .isEqualTo(
            Answers.text(answer("segmentation", with(days, "source", "local")))
                .replace("\nAnswered by the local table 'events'.", ""));
    assertThat(
            ask("segmentation", with(days, "by_cohort", "did Purchase at least 2 times"))
                .path("parts"))
        .hasSize(2);
    McpSchema.CallToolResult mistaken =
        answer("segmentation", with(days, "timezone", "Mars/Phobos"));
    assertThat(mistaken.isError()).isTrue();
    assertThat(Answers.text(mistaken)).contains("Mars/Phobos");
    assertThat(mixpanel.requests()).as("Mixpanel is not asked").hasSize(before);
  }

  private static Object[] with(Object[] days, Object... more) {
    return Stream.concat(Arrays.stream(days), Arrays.stream(more)).toArray();
  }

  @Test
  void existingDataIsNotOverwritten() {
    fetchWeek();
    McpSchema.CallToolResult again =
        answer("fetch_events", "from_date", WEEK, "to_date", YESTERDAY);
    assertThat(again.isError()).isTrue();
    assertThat(Answers.structured(again).at("/error/code").asText()).isEqualTo("TABLE_EXISTS");
    assertThat(Answers.text(again)).contains("mode: append", "mode: replace");
  }

  @Test
  void sqlIsOneSelectAndReachesNoFile() {
    fetchWeek();
    assertThat(Answers.text(answer("sql", "query", "selec 1"))).contains("LINE 1", "^");
    for (String statement :
        List.of(
            "DROP TABLE events",
            "SELECT 1; SELECT 2",
            "COPY events TO '/tmp/events.csv'",
            "SELECT * FROM read_csv('/etc/passwd')",
            "SELECT * FROM '/etc/passwd'",
            "ATTACH '/tmp/other.db'",
            "SET enable_external_access = true",
            "INSTALL httpfs")) {
      McpSchema.CallToolResult refused = answer("sql", "query", statement);
      assertThat(refused.isError()).as(statement).isTrue();
      assertThat(Answers.text(refused)).as(statement).contains("Next step:");
    }
    assertThat(ask("sql_scalar", "query", "SELECT count(*) FROM events").path("value").asLong())
        .isPositive();
  }

  @Test
  void aLongAnswerIsCutAndStaysReadableWhole() {
    fetchWeek();
    McpSchema.CallToolResult cut =
        answer("sql", "query", "SELECT event_name, distinct_id, properties FROM events");
    JsonNode note = Answers.structured(cut).path("cut");
    assertThat(note.path("rows_in_all").asLong())
        .isEqualTo(
            ask("sql_scalar", "query", "SELECT count(*) FROM events").path("value").asLong());
    McpSchema.ReadResourceResult whole =
        client.readResource(
            McpSchema.ReadResourceRequest.builder(note.path("whole_answer").asText()).build());
    assertThat(((McpSchema.TextResourceContents) whole.contents().get(0)).text().length())
        .isEqualTo(note.path("characters_in_all").asInt());
    assertThat(Answers.structured(cut).toString().length()).isLessThan(60_000);
  }

  @Test
  void rowsWithoutEndAreRefusedAndNotGathered() {
    fetchWeek();
    for (String tool : List.of("sql", "sql_scalar")) {
      McpSchema.CallToolResult refused =
          answer(tool, "query", "SELECT range FROM range(10000000000)");
      assertThat(refused.isError()).as(tool).isTrue();
      assertThat(Answers.text(refused)).as(tool).contains("QUERY_FAILED", "LIMIT");
    }
  }

  /** Six instead of fifteen is what some days are like; AnalysisToolsTest has more of them. */
  @Test
  void aFewSignUpsLessAreNoDrop() {
    Drop drop = data.drop().orElseThrow();
    McpSchema.CallToolResult answer =
        answer("diagnose_metric_drop", "event", drop.event(), "date", drop.day());
    assertThat(Answers.text(answer)).contains("within the usual spread", "were expected");
    assertThat(Answers.structured(answer).at("/findings/drop_confirmed").asBoolean()).isFalse();
  }

  @Test
  void aYearIsCountedBeforeItIsFetched() {
    int exports = requests(EXPORT);
    JsonNode answer =
        ask(
            "safe_large_fetch",
            "table",
            "year",
            "from_date",
            TODAY.minusDays(364),
            "to_date",
            YESTERDAY,
            "confirmation_threshold",
            1000);
    assertThat(answer.path("status").asText()).isEqualTo("confirmation_required");
    assertThat(answer.path("message").asText()).contains("364 days", "in parallel");
    assertThat(requests(EXPORT)).isEqualTo(exports);
  }

  @Test
  void ninetyDaysAreFetchedWithinAnHoursBudget() {
    int before = requests(EXPORT);
    ask(
        "fetch_events",
        "from_date",
        TODAY.minusDays(89),
        "to_date",
        TODAY,
        "table",
        "quarter",
        "parallel",
        true);
    assertThat(requests(EXPORT) - before).isLessThanOrEqualTo(60);
    JsonNode first = ask("sql_scalar", "query", "SELECT min(event_time)::DATE FROM quarter");
    assertThat(first.path("value").asText()).isEqualTo(FROM.toString());
  }

  @Test
  void tablesAreDroppedByKindAndByName() {
    fetchWeek();
    ask("fetch_events", "from_date", YESTERDAY, "to_date", YESTERDAY, "table", "day");
    ask("fetch_profiles");
    ask("drop_all_tables", "type", "profiles", "confirm", true);
    assertThat(ask("list_tables").path("result")).hasSize(2);
    ask("drop_table", "table", "day", "confirm", true);
    JsonNode left = ask("list_tables").path("result");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).path("name").asText()).isEqualTo("events");
  }

  @Test
  void streamsLeaveNoTable() {
    assertThat(
            ask("stream_events", "from_date", WEEK, "to_date", YESTERDAY, "limit", 7)
                .path("result"))
        .hasSize(7);
    assertThat(ask("list_tables").path("result")).isEmpty();
  }

  @Test
  void anEmptyProjectSaysSo() throws IOException {
    Path emptyHome = Files.createDirectories(home.resolve("empty"));
    try (FakeMixpanel empty = FakeMixpanel.builder().start();
        TestingServer other = TestingServer.http(TestingServer.environment(empty, emptyHome));
        McpSyncClient newcomer = other.streamable(Map.of())) {
      newcomer.initialize();
      for (String tool : List.of("list_events", "list_funnels", "list_cohorts", "top_events")) {
        McpSchema.CallToolResult nothing = Answers.call(newcomer, tool, Map.of());
        assertThat(nothing.isError()).as(tool).isNotEqualTo(true);
        assertThat(Answers.text(nothing)).as(tool).contains("none");
        assertThat(Answers.structured(nothing).path("result")).as(tool).isEmpty();
      }
      assertThat(Answers.text(Answers.call(newcomer, "list_events", Map.of())))
          .contains("Nothing was tracked");
    }
  }

  @Test
  void aServerWithoutCredentialsExplainsHowToGiveThem() throws IOException {
    Path bareHome = Files.createDirectories(home.resolve("bare"));
    try (TestingServer bare =
            TestingServer.http(TestingServer.withoutCredentials(mixpanel, bareHome));
        McpSyncClient newcomer = bare.streamable(Map.of())) {
      newcomer.initialize();
      McpSchema.CallToolResult refused = Answers.call(newcomer, "list_events", Map.of());
      assertThat(Answers.structured(refused).at("/error/code").asText())
          .isEqualTo("CREDENTIALS_MISSING");
      assertThat(Answers.text(refused))
          .contains("MP_USERNAME", "MP_SECRET", "MP_PROJECT_ID", "config.toml");
    }
  }
}
