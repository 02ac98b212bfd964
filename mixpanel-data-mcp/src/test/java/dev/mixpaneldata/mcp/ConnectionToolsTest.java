package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.vendor.AgreeingUser;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections and boards through a server of its own process, as an assistant uses them. */
class ConnectionToolsTest {
  @TempDir Path home;
  private final FakeVendor amplitude = FakeVendor.amplitude();
  private final FakeVendor mixpanel = FakeVendor.mixpanel();
  private final FakeMixpanel project =
      FakeMixpanel.builder().dataset(Dataset.demo(LocalDate.parse("2026-01-31"))).start();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void connect() {
    environment = TestingServer.environment(project, home);
    connect("product", "amplitude", amplitude, "100001");
    connect("work", "mixpanel", mixpanel, "3018488");
  }

  private void connect(String name, String vendor, FakeVendor fake, String chosen) {
    Connections connections = Connections.of(Settings.of(environment), environment);
    ConnectRequest request = ConnectRequest.vendor(name, vendor, Optional.empty()).at(fake.url());
    try (Connection connection = connections.connect(request, Optional.of(r -> new Agreeing()))) {
      connection.useProject(chosen);
    }
  }

  @AfterEach
  void stop() {
    amplitude.close();
    mixpanel.close();
    project.close();
  }

  @Test
  void theToolsAreOffByDefaultAndNeverServedOverHttp() {
    try (McpSyncClient usual = client(prompt -> "", "--toolsets", "default")) {
      assertThat(names(usual)).noneMatch(ConnectionToolsTest::isOurs);
    }
    AccessRules all = AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class));
    try (TestingServer server = TestingServer.http(environment, all);
        McpSyncClient over = server.streamable(Map.of())) {
      over.initialize();
      assertThat(names(over)).noneMatch(ConnectionToolsTest::isOurs);
    }
  }

  @Test
  void listsTheReadingToolsOfTheVendorsNarrowedAndChecksEachCallAgain() {
    try (McpSyncClient client = client(prompt -> "", "--toolsets", "connections")) {
      assertThat(names(client))
          .contains(
              "work__Run-Query", "product__query_amplitude_data", "product__use_amp_dashboards")
          .noneMatch(n -> n.contains("Delete-Dashboard") || n.contains("save_chart_edits"))
          .allMatch(n -> n.matches("[A-Za-z0-9_-]{1,64}"));
      McpSchema.Tool mixed = tool(client, "product__use_amp_dashboards");
      assertThat(mixed.inputSchema().toString())
          .contains("get")
          .doesNotContain("edit_subscription");
      assertThat(mixed.annotations().readOnlyHint()).isTrue();

      JsonNode events = Answers.ask(client, "work__Get-Events");
      assertThat(events.toString()).contains("Sign Up");
      int before = amplitude.calls().size();
      McpSchema.CallToolResult refused =
          Answers.call(client, "product__use_amp_dashboards", Map.of("action", "create"));
      assertThat(refused.isError()).isTrue();
      assertThat(Answers.text(refused)).contains("everything else could change data");
      assertThat(amplitude.calls()).hasSize(before);
      assertThat(Answers.ask(client, "list_connections").toString())
          .contains("\"sign_in\":\"signed in\"")
          .doesNotContain(amplitude.secrets())
          .doesNotContain(mixpanel.secrets());
    }
  }

  @Test
  void answersTheSampleQuestionsPinsThemAndAsksAgain() {
    try (McpSyncClient client = client(prompt -> "no plan", "--toolsets", "connections,boards")) {
      for (String question :
          List.of(
              "Which segment has the highest 7-day retention?",
              "Compare engagement between paid and organic users",
              "Show conversion in the activation funnel")) {
        JsonNode result =
            Answers.ask(client, "ask_connection", "question", question, "connection", "product");
        assertThat(result.at("/answer/tool").asText()).isEqualTo("query_amplitude_data");
        assertThat(result.at("/answer/rows")).isNotEmpty();
        assertThat(result.at("/answer/chart/title").asText()).isNotBlank();
        assertThat(result.at("/note").asText()).contains("could not be read");
        Answers.ask(
            client,
            "pin_to_board",
            "board",
            "growth",
            "question",
            question,
            "connection",
            "product");
      }
      McpSchema.CallToolResult drawn =
          Answers.call(
              client,
              "ask_connection",
              Map.of(
                  "question",
                  "Sign Up by country in the last 14 days",
                  "connection",
                  "work",
                  "picture",
                  true));
      assertThat(Answers.text(drawn)).contains("Run-Query", "\"eventName\":\"Sign Up\"");
      assertThat(drawn.content()).hasAtLeastOneElementOfType(McpSchema.ImageContent.class);
      Answers.ask(
          client,
          "pin_to_board",
          "board",
          "growth",
          "tool",
          "segmentation",
          "arguments",
          Map.of("event", "Sign Up", "from_date", "2026-01-05", "to_date", "2026-01-07"));
      Answers.ask(client, "pin_to_board", "board", "growth", "tool", "work__Get-Projects");

      amplitude.endGrants();
      JsonNode board = Answers.ask(client, "refresh_board", "board", "growth");
      assertThat(board.at("/pins")).hasSize(5);
      assertThat(board.at("/pins/0/failure/code").asText()).isEqualTo("auth_failed");
      assertThat(board.at("/pins/0/answer/rows")).isNotEmpty();
      assertThat(board.at("/pins/3/failure").isNull()).isTrue();
      assertThat(Answers.ask(client, "show_board").toString()).contains("growth");
      assertThat(Answers.ask(client, "show_board", "board", "growth").at("/pins")).hasSize(5);
      assertThat(Answers.call(client, "show_board", Map.of("board", "../../etc/x")).isError())
          .isTrue();
    }
  }

  @Test
  void theClientsModelChoosesTheCallAndThePolicyDecides() {
    String good =
        "Here: {\"tool\":\"query_amplitude_data\",\"arguments\":{\"chart\":{\"kind\":\"funnel\","
            + "\"events\":[{\"name\":\"Search\"},{\"name\":\"Purchase\"}]}}}";
    try (McpSyncClient client = client(prompt -> good, "--toolsets", "connections")) {
      JsonNode result =
          Answers.ask(client, "ask_connection", "question", "How far?", "connection", "product");
      assertThat(result.at("/note").asText()).isEqualTo("The client's model chose the call.");
      assertThat(result.at("/answer/rows/1/0").asText()).isEqualTo("Purchase");
    }
    String bad = "{\"tool\":\"save_chart_edits\",\"arguments\":{\"name\":\"x\"}}";
    try (McpSyncClient client = client(prompt -> bad, "--toolsets", "connections")) {
      JsonNode result =
          Answers.ask(client, "ask_connection", "question", "How far?", "connection", "product");
      assertThat(result.at("/note").asText()).contains("not on the list of tools that only read");
      assertThat(amplitude.calls())
          .noneMatch(call -> call.path("name").asText().equals("save_chart_edits"));
    }
  }

  private McpSyncClient client(Function<String, String> model, String... options) {
    McpSyncClient client =
        McpClient.sync(
                new StdioClientTransport(
                    TestingServer.command(environment, options), SdkJson.MAPPER))
            .requestTimeout(TestingServer.PATIENCE)
            .initializationTimeout(TestingServer.PATIENCE)
            .capabilities(McpSchema.ClientCapabilities.builder().sampling().build())
            .sampling(
                request -> {
                  String prompt =
                      ((McpSchema.TextContent) request.messages().get(0).content()).text();
                  return McpSchema.CreateMessageResult.builder(
                          McpSchema.Role.ASSISTANT,
                          McpSchema.TextContent.builder(model.apply(prompt)).build(),
                          "test-model")
                      .build();
                })
            .build();
    client.initialize();
    return client;
  }

  private static boolean isOurs(String tool) {
    return tool.contains("__") || tool.endsWith("_board") || tool.contains("_connection");
  }

  private static Set<String> names(McpSyncClient client) {
    return client.listTools().tools().stream()
        .map(McpSchema.Tool::name)
        .collect(Collectors.toSet());
  }

  private static McpSchema.Tool tool(McpSyncClient client, String name) {
    return client.listTools().tools().stream()
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A visit to the vendor's page whose user agrees to everything. */
  private static final class Agreeing implements AuthorizationAgent.Visit {
    @Override
    public String redirectUri() {
      return "http://localhost:19284/callback";
    }

    @Override
    public Map<String, String> authorize(URI address, String state) {
      return AgreeingUser.visit(address);
    }

    @Override
    public void close() {
      // There is no listener to close.
    }
  }
}
