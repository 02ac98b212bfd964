package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.app.ChartApp;
import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts, resources, templates and completions, read by a real client. */
class PromptsAndResourcesTest {
  @TempDir static Path home;
  private static FakeMixpanel mixpanel;
  private static TestingServer server;
  private static McpSyncClient client;

  @BeforeAll
  static void start() {
    mixpanel = Shop.open(Examples.FROM, Examples.TO, 150);
    server = TestingServer.http(TestingServer.environment(mixpanel, home));
    client = server.streamable(Map.of());
    client.initialize();
    Answers.call(
        client,
        "fetch_events",
        Map.of("from_date", Examples.FROM.toString(), "to_date", Examples.TO.toString()));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private static JsonNode read(String address) {
    McpSchema.ReadResourceResult result =
        client.readResource(McpSchema.ReadResourceRequest.builder(address).build());
    McpSchema.TextResourceContents contents =
        (McpSchema.TextResourceContents) result.contents().get(0);
    assertThat(contents.mimeType()).isEqualTo("application/json");
    return Mappers.read(contents.text());
  }

  private static String said(String prompt, Map<String, Object> arguments) {
    McpSchema.GetPromptResult result =
        client.getPrompt(McpSchema.GetPromptRequest.builder(prompt).arguments(arguments).build());
    assertThat(result.messages()).hasSize(1);
    return ((McpSchema.TextContent) result.messages().get(0).content()).text();
  }

  @Test
  void thePromptsOfThePythonServerAreThere() {
    Map<String, List<String>> arguments = new LinkedHashMap<>();
    client
        .listPrompts()
        .prompts()
        .forEach(
            p ->
                arguments.put(
                    p.name(),
                    p.arguments() == null
                        ? List.of()
                        : p.arguments().stream().map(McpSchema.PromptArgument::name).toList()));
    assertThat(arguments)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "analytics_workflow", List.of(),
                "funnel_analysis", List.of("funnel_name"),
                "retention_analysis", List.of("event"),
                "local_analysis_workflow", List.of("table"),
                "gqm_decomposition", List.of("goal"),
                "growth_accounting", List.of("acquisition_event"),
                "experiment_analysis", List.of("experiment_name"),
                "data_quality_audit", List.of("event")));
  }

  @Test
  void aPromptIsFilledWithWhatTheUserSaysOrWithItsDefault() {
    assertThat(said("funnel_analysis", Map.of("funnel_name", "Checkout"))).contains("\"Checkout\"");
    assertThat(said("funnel_analysis", Map.of())).contains("\"signup\"");
    assertThat(said("gqm_decomposition", Map.of("goal", "sell more"))).contains("sell more");
  }

  @Test
  void promptsSpeakOnlyOfToolsAndArgumentsThatExist() {
    Set<String> known = new HashSet<>();
    for (McpSchema.Tool tool : client.listTools().tools()) {
      known.add(tool.name());
      Mappers.json()
          .valueToTree(tool.inputSchema())
          .path("properties")
          .fieldNames()
          .forEachRemaining(known::add);
    }
    // A property of Mixpanel's own, and an event of its experiments.
    known.addAll(List.of("mp_country_code", "experiment_started"));
    Pattern name = Pattern.compile("[a-z]+(?:_[a-z]+)+");
    for (McpSchema.Prompt prompt : client.listPrompts().prompts()) {
      String text = said(prompt.name(), Map.of("experiment_name", "x"));
      assertThat(text).as(prompt.name()).doesNotContain("{").contains("\n");
      Matcher names = name.matcher(text);
      while (names.find()) {
        assertThat(known).as(prompt.name()).contains(names.group());
      }
    }
  }

  @Test
  void everyResourceIsReadable() {
    assertThat(client.listResources().resources())
        .extracting(McpSchema.Resource::uri)
        .containsExactlyInAnyOrder(
            ChartApp.ADDRESS,
            "workspace://info",
            "workspace://tables",
            "schema://events",
            "schema://funnels",
            "schema://cohorts",
            "schema://bookmarks",
            "recipes://weekly-review",
            "recipes://churn-investigation");
    assertThat(read("workspace://info").path("tables")).hasSize(1);
    assertThat(read("workspace://info").path("project_id").asText()).isEqualTo("123456");
    assertThat(read("workspace://tables").at("/0/name").asText()).isEqualTo("events");
    assertThat(read("schema://events").toString()).contains("Sign Up");
    assertThat(read("schema://funnels").at("/0/steps").asInt()).isEqualTo(4);
    assertThat(read("schema://cohorts").isArray()).isTrue();
    assertThat(read("schema://bookmarks").toString()).contains("Signup to purchase");
  }

  @Test
  void everyToolThatDrawsHasThePageOfItsCharts() {
    assertThat(client.getServerCapabilities().extensions())
        .containsKey("io.modelcontextprotocol/ui");
    for (McpSchema.Tool tool : client.listTools().tools()) {
      boolean draws =
          Mappers.json().valueToTree(tool.inputSchema()).at("/properties/chart").isObject();
      Object pages = tool.meta() == null ? null : tool.meta().get("ui");
      assertThat(pages)
          .as(tool.name())
          .isEqualTo(draws ? Map.of("resourceUri", ChartApp.ADDRESS) : null);
    }
    McpSchema.TextResourceContents page =
        (McpSchema.TextResourceContents)
            client
                .readResource(McpSchema.ReadResourceRequest.builder(ChartApp.ADDRESS).build())
                .contents()
                .get(0);
    assertThat(page.mimeType()).isEqualTo("text/html;profile=mcp-app");
    assertThat(page.text()).startsWith("<!doctype html>").hasSizeLessThan(64_000);
    assertThat(page.meta()).containsKey("ui");
  }

  @Test
  void answersBringTheirChartsToThePage() {
    McpSchema.CallToolResult answer =
        Answers.call(
            client,
            "segmentation",
            Map.of(
                "event", "Sign Up",
                "from_date", Examples.FROM.toString(),
                "to_date", Examples.TO.toString()));

    assertThat(answer.meta()).containsKey("mixpanel/chart");
    JsonNode chart = Mappers.json().valueToTree(answer.meta().get("mixpanel/chart"));
    assertThat(chart.path("kind").asText()).isEqualTo("lines");
    assertThat(chart.at("/series/0/values")).isNotEmpty();
    JsonNode open = Mappers.json().valueToTree(answer.meta().get("mixpanel/open"));
    assertThat(open.has("url")).isFalse();
    assertThat(open.path("command").asText())
        .startsWith("mp ui --page \"/report/segmentation?")
        .contains("event=Sign+Up", "from_date=" + Examples.FROM, "%7Esource=");
    assertThat(Answers.call(client, "list_events", Map.of()).meta()).isNull();
  }

  @Test
  void everyStepOfARecipeRuns() {
    for (String recipe : List.of("recipes://weekly-review", "recipes://churn-investigation")) {
      JsonNode steps = read(recipe).path("steps");
      assertThat(steps).as(recipe).hasSize(5);
      for (JsonNode step : steps) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        step.path("arguments")
            .properties()
            .forEach(
                e ->
                    arguments.put(
                        e.getKey(), Mappers.json().convertValue(e.getValue(), Object.class)));
        McpSchema.CallToolResult answer =
            Answers.call(client, step.path("tool").asText(), arguments);
        assertThat(answer.isError())
            .as("%s: %s %s", recipe, step, Answers.text(answer))
            .isNotEqualTo(true);
      }
    }
  }

  @Test
  void everyTemplateIsReadable() {
    assertThat(client.listResourceTemplates().resourceTemplates())
        .extracting(McpSchema.ResourceTemplate::uriTemplate)
        .contains(
            "analysis://retention/{event}/weekly",
            "analysis://trends/{event}/{days}",
            "users://{id}/journey");
    JsonNode retention = read("analysis://retention/Sign%20Up/weekly");
    assertThat(retention.path("event").asText()).isEqualTo("Sign Up");
    assertThat(retention.at("/data/cohorts")).isNotEmpty();
    JsonNode trend = read("analysis://trends/Sign%20Up/10");
    assertThat(trend.path("days").asInt()).isEqualTo(10);
    assertThat(trend.path("data").path("series").path("Sign Up")).hasSize(10);
    assertThat(read("analysis://trends/Sign%20Up/0").path("days").asInt()).isEqualTo(7);
    assertThat(read("analysis://trends/Sign%20Up/many").path("days").asInt()).isEqualTo(30);
    assertThat(read("analysis://trends/Sign%20Up/999").path("days").asInt()).isEqualTo(365);
    String user =
        Answers.structured(
                Answers.call(
                    client,
                    "sql_scalar",
                    Map.of(
                        "query",
                        "SELECT distinct_id FROM events GROUP BY ALL ORDER BY count(*) DESC LIMIT 1")))
            .path("value")
            .asText();
    JsonNode journey =
        read("users://" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "/journey");
    assertThat(journey.path("distinct_id").asText()).isEqualTo(user);
    assertThat(journey.at("/summary/total_events").asInt())
        .isPositive()
        .isEqualTo(journey.path("events").size());
  }

  @Test
  void anAddressThatIsNotThereIsAnErrorThatSaysSo() {
    assertThatThrownBy(() -> read("schema://nothing")).isInstanceOf(McpError.class);
    assertThatThrownBy(() -> read("mixpanel://results/no-such-answer"))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("no longer kept");
  }

  @Test
  void namesAreCompletedWhileTheyAreTyped() {
    assertThat(completed(new McpSchema.PromptReference("funnel_analysis"), "funnel_name", "sign"))
        .containsExactly("Signup to purchase");
    assertThat(completed(new McpSchema.PromptReference("retention_analysis"), "event", "sign"))
        .contains("Sign Up");
    assertThat(completed(new McpSchema.PromptReference("local_analysis_workflow"), "table", "e"))
        .containsExactly("events");
    assertThat(
            completed(
                new McpSchema.ResourceReference("analysis://trends/{event}/{days}"),
                "event",
                "purch"))
        .containsExactly("Purchase");
    assertThat(completed(new McpSchema.PromptReference("gqm_decomposition"), "goal", "anything"))
        .isEmpty();
  }

  private static List<String> completed(
      McpSchema.CompleteReference reference, String argument, String typed) {
    return client
        .completeCompletion(
            new McpSchema.CompleteRequest(
                reference, new McpSchema.CompleteRequest.CompleteArgument(argument, typed)))
        .completion()
        .values();
  }
}
