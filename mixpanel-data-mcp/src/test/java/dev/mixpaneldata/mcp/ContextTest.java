package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model learns before its first question, and on the way, from a server as it starts. */
class ContextTest {
  private static final LocalDate TODAY = TestingClock.TODAY;
  private static final LocalDate FROM = TODAY.minusDays(6);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  @TempDir Path home;
  private final Dataset data = Dataset.builder().users(120).from(FROM).to(TODAY).build();
  private final FakeMixpanel mixpanel = Shop.open(data, FROM, TODAY);
  private TestingServer server;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    server = TestingServer.http(TestingServer.environment(mixpanel, home), AccessRules.usual());
    client = server.streamable(Map.of());
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private McpSchema.CallToolResult call(String tool, Object... arguments) {
    return Answers.call(client, tool, Answers.arguments(arguments));
  }

  private JsonNode ask(String tool, Object... arguments) {
    return Answers.ask(client, tool, arguments);
  }

  private void fetch() {
    ask("fetch_events", "from_date", FROM, "to_date", YESTERDAY);
  }

  private static JsonNode calls(JsonNode info, String budget) {
    for (JsonNode calls : info.path("calls")) {
      if (calls.path("budget").asText().equals(budget)) {
        return calls;
      }
    }
    throw new AssertionError("no " + budget + " in " + info);
  }

  @Test
  void theDayTheProjectAndTheCallsAreKnownBeforeAnythingElse() {
    McpSchema.CallToolResult answer = call("workspace_info");
    JsonNode info = Answers.structured(answer);
    assertThat(info.path("today").asText()).isEqualTo(TODAY.toString());
    assertThat(info.path("timezone").asText()).isEqualTo("UTC");
    assertThat(info.path("project_name").asText()).isNotEmpty();
    assertThat(info.path("tables")).isEmpty();
    assertThat(calls(info, "query").path("left").asInt()).isEqualTo(60);
    assertThat(Answers.text(answer)).contains(TODAY.toString(), info.path("project_name").asText());
    assertThat(mixpanel.requests("/api/app/me")).hasSize(1);
    call("workspace_info");
    assertThat(mixpanel.requests("/api/app/me")).as("kept").hasSize(1);
  }

  @Test
  void tablesHaveTheirDaysAndEventsTheirCounts() {
    fetch();
    McpSchema.CallToolResult answer = call("workspace_info");
    JsonNode info = Answers.structured(answer);
    JsonNode table = info.path("tables").get(0);
    assertThat(table.path("name").asText()).isEqualTo("events");
    assertThat(table.path("from_date").asText()).isEqualTo(FROM.toString());
    assertThat(table.path("to_date").asText()).isEqualTo(YESTERDAY.toString());
    assertThat(info.path("first_day").asText()).isEqualTo(FROM.toString());
    assertThat(info.path("last_day").asText()).isEqualTo(YESTERDAY.toString());
    JsonNode all = ask("event_breakdown", "table", "events").path("events");
    JsonNode events = info.path("events");
    assertThat(events.size()).isEqualTo(Math.min(20, all.size()));
    assertThat(info.path("more_events").asInt()).isEqualTo(all.size() - events.size());
    long rows = 0;
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).path("count")).isEqualTo(all.get(i).path("count"));
      assertThat(Answers.text(answer)).contains(events.get(i).path("event").asText());
      rows += events.get(i).path("count").asLong();
    }
    assertThat(rows).isEqualTo(table.path("row_count").asLong());
    assertThat(calls(info, "export").path("used").asInt()).isPositive();
  }

  @Test
  void aRefusalLeavesTheNameUnknownAndNothingElse() {
    mixpanel.faults().always(request -> request.path().endsWith("/me"), Fault.status(403));
    JsonNode info = ask("workspace_info");
    assertThat(info.path("project_name").isNull()).isTrue();
    assertThat(info.path("timezone").isNull()).isTrue();
    assertThat(info.path("today").asText()).isEqualTo(TODAY.toString());
    call("workspace_info");
    assertThat(mixpanel.requests("/api/app/me")).as("asked once").hasSize(1);
  }

  @Test
  void answersThatSpentCallsSayWhatIsLeft() {
    McpSchema.CallToolResult spent = call("list_events");
    assertThat(Answers.structured(spent).at("/calls_left/query").asInt()).isEqualTo(59);
    assertThat(Answers.text(spent)).contains("query: 59 of 60 left");
    McpSchema.CallToolResult kept = call("list_events");
    assertThat(Answers.structured(kept).has("calls_left")).isFalse();
    assertThat(Answers.text(kept)).doesNotContain("left");
    JsonNode fetched = ask("fetch_events", "from_date", FROM, "to_date", YESTERDAY);
    assertThat(fetched.at("/calls_left/export").asInt()).isBetween(1, 59);
    assertThat(fetched.at("/calls_left").has("query")).isFalse();
    JsonNode local =
        ask("segmentation", "event", "Purchase", "from_date", FROM, "to_date", YESTERDAY);
    assertThat(local.has("calls_left")).isFalse();
    mixpanel.faults().next("/api/query/segmentation", Fault.status(400));
    McpSchema.CallToolResult failed =
        call(
            "segmentation",
            "event",
            "Purchase",
            "from_date",
            FROM,
            "to_date",
            YESTERDAY,
            "source",
            "live");
    assertThat(failed.isError()).isTrue();
    assertThat(Answers.structured(failed).at("/error/calls_left/query").asInt()).isEqualTo(58);
    assertThat(Answers.text(failed)).contains("query: 58 of 60 left");
  }

  @Test
  void aSpentHourNamesTheLocalWay() {
    mixpanel
        .faults()
        .always(
            request -> request.path().startsWith("/api/query"),
            Fault.tooManyRequests(Duration.ofMinutes(20)));
    McpSchema.CallToolResult refused =
        call("segmentation", "event", "Purchase", "from_date", FROM, "to_date", YESTERDAY);
    assertThat(Answers.structured(refused).at("/error/code").asText()).isEqualTo("RATE_LIMITED");
    assertThat(Answers.structured(refused).at("/error/retry_at").asText()).isNotEmpty();
    assertThat(Answers.structured(refused).at("/error/hint").asText())
        .contains("fetch_events", "source: local")
        .doesNotContain("allow it to wait");
  }

  @Test
  void aToolThatIsOffNamesItsToolset() {
    Map.of("daily_counts", "counts", "ask_mixpanel", "guided", "mixpanel_get_event_count", "klavis")
        .forEach(
            (tool, toolset) -> {
              McpSchema.CallToolResult answer = call(tool);
              assertThat(answer.isError()).isTrue();
              assertThat(Answers.text(answer))
                  .contains("belongs to the toolset " + toolset, "--toolsets default," + toolset);
            });
  }

  @Test
  void aLongAnswerComesInPages() {
    fetch();
    McpSchema.CallToolResult answer =
        call("sql", "query", "SELECT * FROM events ORDER BY insert_id");
    JsonNode cut = Answers.structured(answer).path("cut");
    int pages = cut.path("pages").asInt();
    assertThat(pages).isGreaterThan(1);
    assertThat(Answers.text(answer)).contains("in " + pages + " pages");
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= pages; page++) {
      JsonNode read = resource(cut.path("whole_answer").asText() + "/" + page);
      assertThat(read.path("page").asInt()).isEqualTo(page);
      assertThat(read.path("pages").asInt()).isEqualTo(pages);
      assertThat(read.toString().length()).isLessThan(60_000);
      read.path("rows").forEach(row -> ids.add(row.path("insert_id").asText()));
    }
    List<String> whole = new ArrayList<>();
    resource(cut.path("whole_answer").asText())
        .forEach(row -> whole.add(row.path("insert_id").asText()));
    assertThat(ids).isEqualTo(whole);
  }

  private JsonNode resource(String address) {
    McpSchema.ReadResourceResult result =
        client.readResource(McpSchema.ReadResourceRequest.builder(address).build());
    return Mappers.read(((McpSchema.TextResourceContents) result.contents().get(0)).text());
  }

  @Test
  void aJourneyCoversTheDaysThatAreAskedFor() {
    fetch();
    String user =
        ask(
                "sql",
                "query",
                "SELECT distinct_id FROM events GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
            .at("/result/0/distinct_id")
            .asText();
    LocalDate to = FROM.plusDays(2);
    JsonNode journey = resource("users://" + user + "/journey/" + FROM + "/" + to);
    assertThat(journey.path("from_date").asText()).isEqualTo(FROM.toString());
    assertThat(journey.path("to_date").asText()).isEqualTo(to.toString());
    long events =
        ask(
                "sql",
                "query",
                "SELECT count(*) AS n FROM events WHERE distinct_id = '"
                    + user
                    + "' AND event_time < DATE '"
                    + to.plusDays(1)
                    + "'")
            .at("/result/0/n")
            .asLong();
    assertThat(journey.at("/summary/total_events").asLong()).isEqualTo(events).isPositive();
  }

  @Test
  void anEventOrAQueryIsExportedForItsUserAlone() throws Exception {
    fetch();
    JsonNode event = ask("export_table", "table", "events", "event", "Purchase", "format", "csv");
    JsonNode breakdown = ask("event_breakdown", "table", "events").path("events");
    long purchases = 0;
    for (JsonNode row : breakdown) {
      purchases += row.path("event").asText().equals("Purchase") ? row.path("count").asLong() : 0;
    }
    assertThat(event.path("rows").asLong()).isEqualTo(purchases);
    assertThat(event.path("path").asText()).endsWith("exports/events-Purchase.csv");
    JsonNode query =
        ask(
            "export_table",
            "query",
            "SELECT distinct_id, count(*) AS n FROM events GROUP BY 1",
            "file",
            "users.csv");
    for (JsonNode file : List.of(event, query)) {
      Path path = Path.of(file.path("path").asText());
      assertThat(Files.readAllLines(path)).hasSize(file.path("rows").asInt() + 1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    JsonNode again =
        Answers.structured(
            call("export_table", "table", "events", "event", "Purchase", "format", "csv"));
    assertThat(again.at("/error/hint").asText()).contains("overwrite");
    assertThat(Answers.structured(call("export_table")).at("/error/code").asText())
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(
            Answers.structured(
                    call("export_table", "query", "SELECT * FROM read_csv('/etc/passwd')"))
                .at("/error/code")
                .asText())
        .isEqualTo("QUERY_FAILED");
  }

  @Test
  void sqlIsDrawnWhereItCanBe() {
    fetch();
    assertThat(
            pictures(
                call(
                    "sql",
                    "query",
                    "SELECT event_time::DATE AS day, event_name, count(*) AS n FROM events GROUP BY ALL",
                    "chart",
                    true)))
        .isEqualTo(1);
    assertThat(
            pictures(
                call(
                    "sql",
                    "query",
                    "SELECT event_name, count(*) AS n FROM events GROUP BY ALL",
                    "chart",
                    true)))
        .isEqualTo(1);
    McpSchema.CallToolResult none = call("sql", "query", "SELECT 1 AS n", "chart", true);
    assertThat(pictures(none)).isZero();
    assertThat(Answers.text(none)).contains("There is no chart");
    assertThat(Answers.structured(none).path("notes")).hasSize(1);
    assertThat(
            Answers.structured(call("sql", "query", "SELECT 1", "chart", "yes"))
                .at("/error/message")
                .asText())
        .contains("'yes'");
  }

  private static long pictures(McpSchema.CallToolResult answer) {
    return answer.content().stream().filter(McpSchema.ImageContent.class::isInstance).count();
  }

  @Test
  void filtersAndCohortsAreWrittenAsPeopleWriteThem() {
    fetch();
    Object[] days = {"from_date", FROM, "to_date", YESTERDAY, "event", "Purchase"};
    JsonNode strict = over(days, "where", "properties[\"plan\"] == \"free\"");
    assertThat(strict.path("total").asLong()).isPositive();
    assertThat(over(days, "where", "plan = 'free'")).isEqualTo(strict);
    assertThat(over(days, "where", "plan = 'free'", "source", "live").path("total"))
        .isEqualTo(strict.path("total"));
  }

  private JsonNode over(Object[] days, Object... more) {
    List<Object> all = new ArrayList<>(List.of(days));
    all.addAll(List.of(more));
    return ask("segmentation", all.toArray());
  }
}
