package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.SampleEntities;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools that the list has no room for: they are found, and called, through two others. */
class FurtherToolsTest {
  private static final AccessRules EVERYTHING =
      AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)).withWrites();

  @TempDir Path home;
  private FakeMixpanel mixpanel;
  private TestingServer server;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    mixpanel = SampleEntities.addTo(FakeMixpanel.builder()).start();
    serve(EVERYTHING);
  }

  private void serve(AccessRules access) {
    server = TestingServer.listing(TestingServer.environment(mixpanel, home), access);
    client = server.streamable(Map.of());
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private List<String> listed() {
    return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
  }

  private JsonNode use(String tool, Map<String, Object> arguments) {
    return Answers.structured(
        Answers.call(client, "use_tool", Map.of("name", tool, "arguments", arguments)));
  }

  @Test
  void theListStaysReadableWithEverythingOn() throws IOException {
    byte[] list =
        SdkJson.MAPPER.writeValueAsString(client.listTools()).getBytes(StandardCharsets.UTF_8);
    assertThat(list.length).isLessThan(90_000);
    assertThat(listed())
        .contains("segmentation", "sql", "find_tools", "use_tool")
        .doesNotContain("mixpanel_get_events");
  }

  @Test
  void fewToolsNeedNoSearch() {
    client.close();
    server.close();
    serve(AccessRules.usual());
    assertThat(listed()).contains("segmentation").doesNotContain("find_tools", "use_tool");
  }

  @Test
  void whatIsNotListedIsFoundByWordsAndCalled() {
    JsonNode found =
        Answers.ask(client, "find_tools", "query", "klavis: values of a property of an event");
    assertThat(found.path("result").findValuesAsText("name"))
        .first()
        .isEqualTo("mixpanel_get_event_property_values");
    assertThat(found.at("/result/0/input_schema/required").toString()).contains("project_id");
    assertThat(use("mixpanel_get_projects", Map.of()).toString())
        .contains(Long.toString(mixpanel.projectId()));
    assertThat(use("segmentation", Map.of()).at("/error/message").asText())
        .contains("no further tool 'segmentation'");
    assertThat(Answers.ask(client, "find_tools", "query", "xyzzy").path("result")).isEmpty();
  }

  @Test
  void eachToolIsListedOrFound() {
    List<String> all =
        Toolbox.of(new Chain(EVERYTHING, new AuditLog(Optional.empty(), TestingClock.CLOCK)))
            .all()
            .stream()
            .map(Tool::name)
            .toList();
    List<String> listed = listed();
    for (String name : all) {
      if (!listed.contains(name)) {
        JsonNode found = Answers.ask(client, "find_tools", "query", name, "limit", 3);
        assertThat(found.path("result").findValuesAsText("name")).as(name).contains(name);
      }
    }
  }

  @Test
  void careIsTheSameForFoundTools() throws IOException {
    JsonNode refused =
        use("mixpanel_set_user_profile", Map.of("distinct_id", "u1", "operation", "$delete"));
    assertThat(refused.at("/error/hint").asText()).contains("confirm: true");
    assertThat(mixpanel.requests("/engage")).isEmpty();
    use(
        "mixpanel_set_user_profile",
        Map.of("distinct_id", "u1", "operation", "$delete", "confirm", true));
    assertThat(mixpanel.requests("/engage")).hasSize(1);
    assertThat(Files.readAllLines(home.resolve("audit.jsonl")))
        .anyMatch(
            line ->
                line.contains("\"tool\":\"mixpanel_set_user_profile\"")
                    && line.contains("\"outcome\":\"ok\""));
    McpSchema.Tool use =
        client.listTools().tools().stream()
            .filter(tool -> tool.name().equals("use_tool"))
            .findFirst()
            .orElseThrow();
    assertThat(use.annotations().readOnlyHint()).isFalse();
    assertThat(use.annotations().destructiveHint()).isTrue();
  }

  @Test
  void readingOnlyReachesFoundToolsToo() {
    client.close();
    server.close();
    serve(EVERYTHING.withReadOnly());
    assertThat(use("mixpanel_track_event", Map.of("event", "x")).has("error")).isTrue();
    assertThat(use("delete_annotation", Map.of("annotation_id", 42)).has("error")).isTrue();
    assertThat(mixpanel.requests().stream().filter(sent -> !sent.method().equals("GET"))).isEmpty();
  }
}
