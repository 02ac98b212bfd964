package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool, called by a real client; a client may check answers against the schemas, too. */
class EveryToolTest {
  /** What an answer may be, in the words of the SDK that most clients are written with. */
  private static final JsonSchemaValidator VALIDATOR = new DefaultJsonSchemaValidator();

  private static FakeMixpanel mixpanel;

  @TempDir Path home;

  /** A second budget of Mixpanel's 60 queries an hour, for the tools that spend several. */
  @TempDir Path secondHome;

  private TestingServer server;
  private TestingServer secondServer;
  private McpSyncClient client;
  private McpSyncClient secondClient;
  private Map<String, McpSchema.Tool> tools;
  private String user;

  @BeforeAll
  static void open() {
    mixpanel = Shop.open(Examples.FROM, Examples.TO, 150);
  }

  @AfterAll
  static void close() {
    mixpanel.close();
  }

  @BeforeEach
  void start() throws IOException {
    server = everything(home);
    secondServer = everything(secondHome);
    client = server.streamable(Map.of());
    client.initialize();
    secondClient = secondServer.streamable(Map.of());
    secondClient.initialize();
    tools =
        client.listTools().tools().stream()
            .collect(
                Collectors.toMap(
                    McpSchema.Tool::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    user =
        Answers.structured(Answers.call(client, "stream_profiles", Map.of("limit", 1)))
            .at("/result/0/distinct_id")
            .asText();
  }

  private static TestingServer everything(Path where) throws IOException {
    Files.writeString(
        where.resolve("config.toml"),
        "[accounts.shop]\nusername = \"%s\"\nsecret = \"%s\"\nproject_id = \"%d\"\nregion = \"us\"\n"
            .formatted(mixpanel.username(), mixpanel.secret(), mixpanel.projectId()));
    return TestingServer.http(
        TestingServer.environment(mixpanel, where),
        AccessRules.usual().withToolsets(EnumSet.allOf(Toolset.class)).withWrites());
  }

  private McpSyncClient clientFor(String tool) {
    Map<String, Object> meta = tools.get(tool).meta();
    boolean composed = meta != null && meta.containsKey("tier");
    return composed || tool.startsWith("mixpanel_") || Examples.SCHEMAS.contains(tool)
        ? secondClient
        : client;
  }

  @AfterEach
  void stop() {
    client.close();
    secondClient.close();
    server.close();
    secondServer.close();
  }

  @Test
  void everyToolHasAnExampleATitleHintsAndBothSchemas() {
    assertThat(Examples.all(user).keySet()).containsExactlyInAnyOrderElementsOf(tools.keySet());
    assertThat(tools.values())
        .allSatisfy(
            tool -> {
              assertThat(tool.title()).as(tool.name()).isNotBlank();
              assertThat(tool.outputSchema()).as(tool.name()).isNotEmpty();
              assertThat(tool.annotations().readOnlyHint()).isNotNull();
              if (!tool.annotations().readOnlyHint()) {
                assertThat(tool.annotations().destructiveHint()).as(tool.name()).isNotNull();
                assertThat(tool.annotations().idempotentHint()).as(tool.name()).isNotNull();
              }
              assertThat(tool.annotations().openWorldHint()).isNotNull();
            });
  }

  @Test
  void everyAnswerIsUsefulTextAndValidStructure() {
    Examples.all(user)
        .forEach(
            (name, arguments) -> {
              McpSchema.CallToolResult answer = Answers.call(clientFor(name), name, arguments);
              assertThat(answer.isError())
                  .as("%s: %s", name, Answers.text(answer))
                  .isNotEqualTo(true);
              assertThat(Answers.text(answer)).as(name).isNotBlank().doesNotContain("Optional[");
              assertValid(name, answer);
            });
  }

  @Test
  void everyErrorIsValidTooAndTellsTheNextStep() {
    Examples.all(user)
        .forEach(
            (name, arguments) -> {
              Map<String, Object> wrong = new LinkedHashMap<>(arguments);
              wrong.put("no_such_argument", 1);
              McpSchema.CallToolResult answer = Answers.call(client, name, wrong);
              assertThat(answer.isError()).as(name).isTrue();
              JsonNode error = Answers.structured(answer).path("error");
              assertThat(error.path("code").asText()).as(name).isEqualTo("INVALID_ARGUMENT");
              assertThat(error.path("hint").asText()).as(name).isNotBlank();
              assertThat(Answers.text(answer)).contains("no_such_argument", "Next step:");
              assertValid(name, answer);
            });
  }

  @Test
  void everyReportThatCanBeDrawnIsDrawn() throws IOException {
    // By a local table, so that Mixpanel's budget of the hour is not spent.
    Answers.call(client, "fetch_events", Examples.all(user).get("fetch_events"));
    for (McpSchema.Tool tool : tools.values()) {
      JsonNode input = Mappers.json().valueToTree(tool.inputSchema());
      if (input.at("/properties/chart").isMissingNode()) {
        continue;
      }
      Map<String, Object> arguments = new LinkedHashMap<>(Examples.all(user).get(tool.name()));
      arguments.put("chart", true);
      McpSchema.CallToolResult answer = Answers.call(client, tool.name(), arguments);
      List<McpSchema.ImageContent> pictures =
          answer.content().stream()
              .filter(McpSchema.ImageContent.class::isInstance)
              .map(McpSchema.ImageContent.class::cast)
              .toList();
      assertThat(pictures).as("%s: %s", tool.name(), Answers.text(answer)).hasSize(1);
      byte[] png = Base64.getDecoder().decode(pictures.get(0).data());
      assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth())
          .as(tool.name())
          .isEqualTo(900);
    }
  }

  @Test
  void theListOfToolsStaysShort() throws IOException {
    try (TestingServer usual =
            TestingServer.http(TestingServer.environment(mixpanel, home), AccessRules.usual());
        McpSyncClient other = usual.streamable(Map.of())) {
      other.initialize();
      byte[] list =
          SdkJson.MAPPER.writeValueAsString(other.listTools()).getBytes(StandardCharsets.UTF_8);
      assertThat(other.listTools().tools()).hasSizeBetween(36, 44);
      assertThat(list.length).isLessThan(45_000);
    }
  }

  private void assertValid(String name, McpSchema.CallToolResult answer) {
    var verdict = VALIDATOR.validate(tools.get(name).outputSchema(), answer.structuredContent());
    assertThat(verdict.valid())
        .as("%s: %s in %s", name, verdict.errorMessage(), answer.structuredContent())
        .isTrue();
  }
}
