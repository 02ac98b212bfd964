package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AnswerBounds;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text and the structured part of an answer: the same facts, both in the form they promise. */
class TwoFormsTest {
  private static final JsonSchemaValidator VALIDATOR = new DefaultJsonSchemaValidator();

  /** So little that nearly every answer is cut. */
  private static final AnswerBounds TIGHT = new AnswerBounds(2, 300);

  private static FakeMixpanel mixpanel;

  @TempDir Path home;
  private TestingServer server;
  private McpSyncClient client;
  private final Map<String, McpSchema.Tool> tools = new LinkedHashMap<>();

  @BeforeAll
  static void open() {
    mixpanel = Shop.open(Examples.FROM, Examples.TO, 60);
  }

  @AfterAll
  static void close() {
    mixpanel.close();
  }

  private void start(AnswerBounds bounds) throws IOException {
    Files.writeString(
        home.resolve("config.toml"),
        "[accounts.shop]\nusername = \"%s\"\nsecret = \"%s\"\nproject_id = \"%d\"\nregion = \"us\"\n"
            .formatted(mixpanel.username(), mixpanel.secret(), mixpanel.projectId()));
    server =
        TestingServer.sharing(
            TestingServer.environment(mixpanel, home),
            AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)).withWrites(),
            bounds);
    client = server.streamable(Map.of());
    client.initialize();
    client.listTools().tools().forEach(tool -> tools.put(tool.name(), tool));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** Every tool's example, except changes: what one deletes, another could not read. */
  private static Map<String, Map<String, Object>> examples() {
    Map<String, Map<String, Object>> examples = Examples.all("nobody");
    examples
        .keySet()
        .removeIf(name -> Operations.find(name).filter(OperationSpec::changesMixpanel).isPresent());
    return examples;
  }

  private McpSchema.CallToolResult call(String tool, Object... arguments) {
    return Answers.call(client, tool, Answers.arguments(arguments));
  }

  private McpSchema.CallToolResult over(String tool, Object... arguments) {
    Map<String, Object> all = Answers.arguments(arguments);
    all.put("from_date", Examples.FROM.toString());
    // Today is not over, so that no table has all of it.
    all.put("to_date", Examples.TO.minusDays(1).toString());
    return Answers.call(client, tool, all);
  }

  private void fetch() {
    assertThat(over("fetch_events").isError()).isNotEqualTo(true);
  }

  private void fetchToday() {
    assertThat(call("fetch_events", "from_date", Examples.FROM, "to_date", Examples.TO).isError())
        .isNotEqualTo(true);
  }

  @Test
  void everyAnswerThatIsCutIsValid() throws IOException {
    start(TIGHT);
    List<String> cut = new ArrayList<>();
    examples()
        .forEach(
            (name, arguments) -> {
              McpSchema.CallToolResult answer = Answers.call(client, name, arguments);
              var verdict =
                  VALIDATOR.validate(tools.get(name).outputSchema(), answer.structuredContent());
              assertThat(verdict.valid())
                  .as("%s: %s in %s", name, verdict.errorMessage(), answer.structuredContent())
                  .isTrue();
              JsonNode note = Answers.structured(answer).path("cut");
              if (note.has("whole_answer")) {
                cut.add(name);
                assertThat(Answers.text(answer))
                    .as(name)
                    .contains("Cut: ", note.path("whole_answer").asText())
                    .doesNotContain("more rows in the structured answer");
              }
            });
    assertThat(cut)
        .contains("query_profiles", "funnel", "retention", "frequency", "sql", "list_events");
  }

  @Test
  void theLatestEventsOfAFeedStayWhenItIsCut() throws IOException {
    start(TIGHT);
    fetch();
    String user =
        Answers.ask(
                client,
                "sql_scalar",
                "query",
                "SELECT distinct_id FROM events GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
            .path("value")
            .asText();
    assertThat(user).isNotEmpty();
    McpSchema.CallToolResult feed = over("activity_feed", "distinct_id", List.of(user));
    JsonNode events = Answers.structured(feed).path("events");
    String newest =
        Answers.ask(
                client,
                "sql_scalar",
                "query",
                "SELECT strftime(max(event_time), '%Y-%m-%dT%H:%M:%S') FROM events WHERE"
                    + " distinct_id = '"
                    + user
                    + "'")
            .path("value")
            .asText();
    assertThat(events.get(events.size() - 1).path("time").asText()).startsWith(newest);
    assertThat(Answers.structured(feed).path("truncated").isBoolean()).isTrue();
    assertThat(Answers.text(feed))
        .contains(newest.substring(0, 10), "the last ")
        .doesNotContain("Nothing was counted");
  }

  /** What is told apart by being in a list, or repeats the call, or is a picture of the data. */
  private static final Set<String> COMPOSED = Set.of("composed", "intelligent", "interactive");

  @Test
  void whatTheStructuredPartSaysIsInTheText() throws IOException {
    start(AnswerBounds.USUAL);
    fetchToday();
    assertThat(call("fetch_profiles").isError()).isNotEqualTo(true);
    examples()
        .forEach(
            (name, arguments) -> {
              boolean composed =
                  tools.get(name).meta() != null
                      && COMPOSED.contains(String.valueOf(tools.get(name).meta().get("tier")));
              if (composed || name.startsWith("mixpanel_") || name.startsWith("fetch_")) {
                return;
              }
              McpSchema.CallToolResult answer = Answers.call(client, name, arguments);
              assertThat(answer.isError())
                  .as("%s: %s", name, Answers.text(answer))
                  .isNotEqualTo(true);
              String text = Answers.text(answer);
              Answers.structured(answer)
                  .properties()
                  .forEach(
                      field -> {
                        JsonNode value = field.getValue();
                        if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
                          assertThat(text)
                              .as("%s of %s", field.getKey(), name)
                              .satisfiesAnyOf(
                                  t -> assertThat(t).contains(field.getKey()),
                                  t -> assertThat(t).contains(value.asText()));
                        } else if (!value.isEmpty()) {
                          assertThat(text)
                              .as("%s of %s in %s", field.getKey(), name, value)
                              .containsAnyOf(words(value));
                        }
                      });
            });
  }

  /** The texts and numbers of a tree, names of fields included, as a text may have them. */
  private static String[] words(JsonNode node) {
    List<String> words = new ArrayList<>();
    collect(node, words);
    return words.toArray(String[]::new);
  }

  private static void collect(JsonNode node, List<String> words) {
    if (node.isTextual() || node.isIntegralNumber()) {
      words.add(node.asText());
    } else if (node.isNumber()) {
      words.add("%.1f %%".formatted(100 * node.asDouble()));
      words.add(Long.toString((long) node.asDouble()));
    }
    node.fieldNames().forEachRemaining(words::add);
    node.forEach(element -> collect(element, words));
  }

  @Test
  void whoAnsweredAboutWhomAndWithWhichNotesIsInBoth() throws IOException {
    start(AnswerBounds.USUAL);
    fetch();
    McpSchema.CallToolResult answer =
        over(
            "segmentation",
            "event",
            "Purchase",
            "segment_property",
            "$oss",
            "cohort",
            "did Sign Up");
    JsonNode both = Answers.structured(answer);
    assertThat(both.path("answered_by").asText()).isEqualTo("the local table 'events'");
    assertThat(both.path("cohort").asText()).isEqualTo("did Sign Up");
    long users = both.path("cohort_users").asLong();
    assertThat(users).isPositive();
    assertThat(both.path("notes").get(0).asText())
        .isEqualTo("None of these events has a property '$oss'. Did you mean $os?");
    assertThat(Answers.text(answer))
        .contains(
            "Answered by the local table 'events'.",
            "Cohort: did Sign Up, " + users + " users.",
            "Note: None of these events has a property '$oss'. Did you mean $os?");
    JsonNode live = Answers.structured(over("segmentation", "event", "Purchase", "source", "live"));
    assertThat(live.path("answered_by").asText()).isEqualTo("Mixpanel");
    JsonNode misspelt =
        Answers.structured(over("event_counts", "events", List.of("Purchas"), "source", "local"));
    assertThat(misspelt.path("notes").get(0).asText()).contains("Did you mean Purchase?");
  }

  @Test
  void aSplitThatIsCutSaysHowMuchIsLeftOut() throws IOException {
    start(AnswerBounds.USUAL);
    fetch();
    McpSchema.CallToolResult answer =
        over("segmentation", "event", "Purchase", "segment_property", "$os", "limit", 1);
    JsonNode part = Answers.structured(answer);
    JsonNode whole = Answers.structured(over("segmentation", "event", "Purchase"));
    assertThat(part.path("total")).isEqualTo(whole.path("total"));
    long shown = 0;
    for (JsonNode number : part.path("series").elements().next()) {
      shown += number.asLong();
    }
    String note =
        "1 of %,d segments are shown; the others have %,d events."
            .formatted(part.path("segment_count").asLong(), whole.path("total").asLong() - shown);
    assertThat(part.path("notes").get(0).asText()).isEqualTo(note);
    assertThat(Answers.text(answer)).contains(note);
  }

  @Test
  void aFunnelSaysHowItCountsAndShowsItsBuckets() throws IOException {
    start(AnswerBounds.USUAL);
    fetch();
    LocalDate day = Examples.FROM;
    McpSchema.CallToolResult answer =
        over("funnel", "steps", List.of("Sign Up", "Purchase"), "unit", "day", "window", "2d");
    JsonNode funnel = Answers.structured(answer);
    assertThat(funnel.path("window").asText()).isEqualTo("2d");
    assertThat(funnel.path("order").asText()).isEqualTo("loose");
    assertThat(funnel.path("counting").asText()).isEqualTo("unique");
    assertThat(Answers.text(answer))
        .contains(
            "window: 2d, order: loose, counting: unique",
            "A user counts once in each bucket",
            "| " + day + " | $overall | 1 | Sign Up |");
  }

  @Test
  void retentionOfSegmentsMergesNoRows() throws IOException {
    start(AnswerBounds.USUAL);
    fetch();
    McpSchema.CallToolResult answer =
        over(
            "retention",
            "born_event",
            "Sign Up",
            "return_event",
            "Purchase",
            "unit",
            "week",
            "interval_count",
            2,
            "on",
            "$os");
    JsonNode retention = Answers.structured(answer);
    int rows = retention.path("cohorts").size();
    for (JsonNode segment : retention.path("segments")) {
      rows += segment.size();
    }
    String text = Answers.text(answer);
    assertThat(text).doesNotContain("null").contains("| $overall | ");
    assertThat(text.lines().filter(line -> line.startsWith("| ") && line.contains("-")).count())
        .as(text)
        .isEqualTo(rows);
  }

  @Test
  void tablesAreDroppedOnlyWithConsent() throws IOException {
    start(AnswerBounds.USUAL);
    fetch();
    for (String tool : List.of("drop_table", "drop_all_tables")) {
      McpSchema.CallToolResult refused =
          tool.equals("drop_table") ? call(tool, "table", "events") : call(tool);
      assertThat(refused.isError()).as(tool).isTrue();
      assertThat(Answers.text(refused)).contains("confirm: true");
    }
    try (McpSyncClient no =
        Clients.withUser(server, q -> McpSchema.ElicitResult.Action.DECLINE, Map.of())) {
      JsonNode declined =
          Answers.structured(Answers.call(no, "drop_table", Map.of("table", "events")));
      assertThat(declined.at("/error/code").asText()).isEqualTo("DECLINED");
    }
    assertThat(Answers.ask(client, "list_tables").path("result")).hasSize(1);
    List<String> asked = new ArrayList<>();
    try (McpSyncClient yes =
        Clients.withUser(
            server,
            question -> {
              asked.add(question);
              return McpSchema.ElicitResult.Action.ACCEPT;
            },
            Map.of("confirm", true))) {
      Answers.ask(yes, "drop_table", "table", "events");
    }
    assertThat(asked).containsExactly("Delete the table 'events' for good?");
    assertThat(Answers.ask(client, "list_tables").path("result")).isEmpty();
  }
}
