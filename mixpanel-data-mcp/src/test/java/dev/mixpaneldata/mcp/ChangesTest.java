package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.derived.DerivedTools;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.SampleEntities;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools that change what Mixpanel keeps: who sees them, and what must be said before they run. */
class ChangesTest {
  private static final Set<Toolset> ALL = EnumSet.allOf(Toolset.class);

  @TempDir Path home;
  private FakeMixpanel mixpanel;
  private TestingServer server;
  private final List<String> questions = new ArrayList<>();

  @BeforeEach
  void start() {
    mixpanel = SampleEntities.addTo(FakeMixpanel.builder()).clock(TestingClock.CLOCK).start();
    serve();
  }

  private void serve() {
    server =
        TestingServer.http(
            TestingServer.environment(mixpanel, home),
            AccessRules.usual().withToolsets(ALL).withWrites());
  }

  @AfterEach
  void stop() {
    server.close();
    mixpanel.close();
  }

  private static Set<String> shown(AccessRules rules) {
    Toolbox toolbox =
        Toolbox.of(new Chain(rules, new AuditLog(Optional.empty(), Clock.systemUTC())));
    return toolbox.all().stream()
        .map(Tool::name)
        .filter(toolbox::shows)
        .collect(Collectors.toSet());
  }

  static Stream<String> changes() {
    return operations().map(OperationSpec::id);
  }

  static Stream<String> deletions() {
    return operations().filter(o -> o.effect() == Effect.DESTROY).map(OperationSpec::id);
  }

  private static Stream<OperationSpec<?, ?>> operations() {
    return Operations.all().stream()
        .filter(OperationSpec::changesMixpanel)
        .filter(operation -> !DerivedTools.LEFT_OUT.containsKey(operation.id()));
  }

  @Test
  void changesExistOnlyWithTheSwitchAndTheirToolset() {
    List<String> changes = changes().toList();
    assertThat(changes).contains("create_annotation", "delete_annotation");
    AccessRules usual = AccessRules.usual();
    assertThat(shown(usual)).doesNotContainAnyElementsOf(changes);
    assertThat(shown(usual.withWrites())).doesNotContainAnyElementsOf(changes);
    assertThat(shown(usual.withToolsets(ALL))).doesNotContainAnyElementsOf(changes);
    assertThat(shown(usual.withToolsets(ALL).withWrites())).containsAll(changes);
    assertThat(shown(usual.withToolsets(ALL).withWrites().withReadOnly()))
        .doesNotContainAnyElementsOf(changes)
        .contains("list_annotations");
    assertThat(shown(usual.withToolsets(Toolset.parse("manage")).withWrites()))
        .containsAll(changes)
        .doesNotContain("segmentation");
  }

  private McpSyncClient asking(McpSchema.ElicitResult.Action action) {
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(server.origin()).endpoint("/mcp").build())
            .requestTimeout(TestingServer.PATIENCE)
            .capabilities(McpSchema.ClientCapabilities.builder().elicitation().build())
            .elicitation(
                request -> {
                  questions.add(request.message());
                  return McpSchema.ElicitResult.builder(action)
                      .content(Map.of("confirm", true))
                      .build();
                })
            .build();
    client.initialize();
    return client;
  }

  private static Map<String, Object> unconfirmed(String tool) {
    Map<String, Object> arguments = ManagedExamples.all().get(tool);
    arguments.remove("confirm");
    if (tool.equals("create_schemas_bulk")) {
      // Without it, nothing goes.
      arguments.put("truncate", true);
    }
    return arguments;
  }

  private long changed() {
    return mixpanel.requests().stream().filter(sent -> !sent.method().equals("GET")).count();
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void aDeletionNamesWhatGoesAndTakesANo(String tool) {
    try (McpSyncClient client = asking(McpSchema.ElicitResult.Action.DECLINE)) {
      McpSchema.CallToolResult answer = Answers.call(client, tool, unconfirmed(tool));
      assertThat(Answers.structured(answer).at("/error/code").asText()).isEqualTo("DECLINED");
      assertThat(questions).singleElement().asString().containsPattern("'.+'").endsWith("?");
      assertThat(changed()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void aDeletionRunsOnceTheUserAgrees(String tool) {
    try (McpSyncClient client = asking(McpSchema.ElicitResult.Action.ACCEPT)) {
      McpSchema.CallToolResult answer = Answers.call(client, tool, unconfirmed(tool));
      assertThat(answer.isError()).as(Answers.text(answer)).isNotEqualTo(true);
      assertThat(changed()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void aClientThatCannotAskMustConfirm(String tool) {
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      JsonNode error =
          Answers.structured(Answers.call(client, tool, unconfirmed(tool))).path("error");
      assertThat(error.path("code").asText()).isEqualTo("INVALID_ARGUMENT");
      assertThat(error.path("hint").asText()).contains("confirm: true");
      assertThat(error.path("message").asText()).containsPattern("'.+'");
      assertThat(changed()).isZero();
    }
  }

  @Test
  void registeringSchemasDestroysOnlyWhereItTakesThePlaceOfOthers() {
    Map<String, Object> arguments = unconfirmed("create_schemas_bulk");
    arguments.remove("truncate");
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      McpSchema.CallToolResult answer = Answers.call(client, "create_schemas_bulk", arguments);
      assertThat(answer.isError()).as(Answers.text(answer)).isNotEqualTo(true);
      assertThat(changed()).isEqualTo(1);
    }
  }

  @Test
  void whatMixpanelForbidsIsNotSent() {
    mixpanel.close();
    server.close();
    mixpanel =
        FakeMixpanel.builder()
            .entity("dashboards", "{\"id\":7,\"title\":\"Ours\",\"can_update_basic\":false}")
            .start();
    serve();
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      JsonNode error =
          Answers.structured(
                  Answers.call(
                      client, "update_dashboard", Map.of("dashboard_id", 7, "title", "Mine")))
              .path("error");
      assertThat(error.path("code").asText()).isEqualTo("PERMISSION_DENIED");
      assertThat(error.path("message").asText()).contains("the board 'Ours' (7)");
      assertThat(changed()).isZero();
    }
  }

  static Stream<String> readings() {
    return Operations.all().stream()
        .filter(o -> o.family().isManaged() && !o.changesMixpanel())
        .map(OperationSpec::id);
  }

  /** Some read by POST; a call that is not known to read counts as a change. */
  @ParameterizedTest
  @MethodSource("readings")
  void readingWorksWhereNothingMayBeChanged(String tool) {
    server.close();
    Map<String, String> environment = TestingServer.environment(mixpanel, home);
    environment.put("MP_READ_ONLY", "1");
    server = TestingServer.http(environment, AccessRules.usual().withToolsets(ALL).withWrites());
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      McpSchema.CallToolResult answer = Answers.call(client, tool, ManagedExamples.all().get(tool));
      assertThat(answer.isError()).as(Answers.text(answer)).isNotEqualTo(true);
      JsonNode error =
          Answers.structured(
                  Answers.call(client, "create_annotation_tag", Map.of("name", "releases")))
              .path("error");
      assertThat(error.path("code").asText()).isEqualTo("PERMISSION_DENIED");
      assertThat(error.path("message").asText()).contains("may only be read");
    }
  }

  @Test
  void theAuditLogHasEachChangeWithItsOutcomeAndNoSecret() throws IOException {
    Map<String, Object> hook =
        Map.of("name", "a", "url", "https://a.example", "password", "s3cr3t");
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      Answers.call(client, "create_webhook", hook);
      Answers.call(client, "create_webhook", Map.of("json", hook));
      Answers.call(client, "create_webhook", Map.of("json", "{\"password\": \"s3cr3t\"}"));
    }
    List<String> lines = Files.readAllLines(home.resolve("audit.jsonl"));
    assertThat(lines).hasSize(3).allMatch(line -> line.contains("create_webhook"));
    assertThat(lines).noneMatch(line -> line.contains("s3cr3t"));
    assertThat(lines.get(0)).contains("\"outcome\":\"ok\"");
    assertThat(lines.get(2)).contains("\"outcome\":\"error\"", "INVALID_ARGUMENT");
  }
}
