package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options do, in whole conversations over streams. */
class ServerProgramTest {
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":1,"method":"tools/list"}
      """;

  @TempDir Path home;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** The answers by id; call 2 calls this tool without arguments. */
  private Map<Integer, JsonNode> talk(String tool, String... options) throws IOException {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\"}}\n"
            .formatted(tool);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int status =
        new ServerProgram(
                Map.of(
                    "MP_API_BASE_URL", "http://127.0.0.1:9",
                    "MP_DATA_DIR", home.resolve("data").toString(),
                    "MP_CONFIG_PATH", home.resolve("config.toml").toString()),
                new ByteArrayInputStream((HELLO + call).getBytes(StandardCharsets.UTF_8)),
                output,
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(options);
    assertThat(status).isZero();
    Map<Integer, JsonNode> answers = new HashMap<>();
    for (String line : output.toString(StandardCharsets.UTF_8).split("\n")) {
      JsonNode message = Mappers.read(line);
      answers.put(message.path("id").asInt(-1), message);
    }
    return answers;
  }

  private static List<String> listed(Map<Integer, JsonNode> answers) {
    return answers.get(1).at("/result/tools").findValuesAsText("name");
  }

  private static String code(Map<Integer, JsonNode> answers) {
    return answers.get(2).at("/result/structuredContent/error/code").asText("ok");
  }

  @Test
  void theListOfToolsIsShortEnoughForAModel() throws IOException {
    JsonNode list = talk("list_tables").get(1);
    assertThat(list.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(60 * 1024);
  }

  @Test
  void everyToolHasATitleAndSaysWhetherItReads() throws IOException {
    JsonNode tools = talk("list_tables").get(1).at("/result/tools");
    assertThat(tools).hasSizeBetween(36, 44);
    for (JsonNode tool : tools) {
      assertThat(tool.path("title").asText()).isNotBlank();
      assertThat(tool.at("/annotations/readOnlyHint").isBoolean()).isTrue();
      assertThat(tool.at("/annotations/openWorldHint").isBoolean()).isTrue();
    }
  }

  /** A client that holds failed calls against the schema shows the error only if this is so. */
  @Test
  void outputSchemasLeaveRoomForErrors() throws IOException {
    for (JsonNode tool : talk("list_tables", "--toolsets", "all").get(1).at("/result/tools")) {
      JsonNode schema = tool.path("outputSchema");
      assertThat(schema.has("required")).as(tool.path("name").asText()).isFalse();
      assertThat(schema.path("additionalProperties").asBoolean(true)).isTrue();
    }
  }

  @Test
  void anUnknownAccountIsToldInTheFirstAnswer() throws IOException {
    Map<Integer, JsonNode> answers = talk("list_events", "--account", "staging");
    assertThat(code(answers)).isEqualTo("ACCOUNT_NOT_FOUND");
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("staging");
  }

  @Test
  void otherToolsetsAreNeitherListedNorServed() throws IOException {
    Map<Integer, JsonNode> answers = talk("list_events", "--toolsets", "tables");
    assertThat(listed(answers)).contains("sql").doesNotContain("list_events", "segmentation");
    assertThat(code(answers)).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void readingOnlyIsJustThat() throws IOException {
    Map<Integer, JsonNode> answers = talk("drop_all_tables", "--read-only", "--toolsets=all");
    assertThat(listed(answers)).contains("sql").doesNotContain("fetch_events", "drop_all_tables");
    assertThat(code(answers)).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void tablesCanBeFilledButNotDropped() throws IOException {
    Map<Integer, JsonNode> answers = talk("drop_all_tables", "--table-access", "fetch");
    assertThat(listed(answers)).contains("fetch_events").doesNotContain("drop_all_tables");
    assertThat(code(answers)).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void theAuditLogIsWrittenWhereItWasAskedFor() throws IOException {
    Path log = home.resolve("audit.jsonl");
    talk("list_events", "--audit-log", log.toString());
    assertThat(Files.readAllLines(log)).singleElement().asString().contains("CREDENTIALS_MISSING");
  }

  @Test
  void credentialsMayBeInAFile() throws IOException {
    Path file = home.resolve(".env");
    Files.writeString(
        file,
        """
        # of the Klavis server
        export MIXPANEL_SERVICE_ACCOUNT_USERNAME="some one" # who
        MIXPANEL_SERVICE_ACCOUNT_SECRET='s#1'
        MIXPANEL_PROJECT_ID = 42 # number
        MP_API_BASE_URL=http://evil.example
        """);
    Map<String, String> all =
        EnvironmentFile.added(file, Map.of("MP_REGION", "eu", "MIXPANEL_PROJECT_ID", "43"));
    assertThat(all)
        .containsEntry("MIXPANEL_SERVICE_ACCOUNT_USERNAME", "some one")
        .containsEntry("MIXPANEL_SERVICE_ACCOUNT_SECRET", "s#1")
        .containsEntry("MIXPANEL_PROJECT_ID", "43")
        .containsEntry("MP_REGION", "eu")
        .doesNotContainKey("MP_API_BASE_URL");
    assertThat(talk("workspace_info").get(2).toString()).doesNotContain("\"42\"");
    String known = talk("workspace_info", "--env-file", file.toString()).get(2).toString();
    assertThat(known).contains("42").doesNotContain("s#1");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    int status =
        new ServerProgram(
                Map.of(),
                new ByteArrayInputStream(new byte[0]),
                output,
                new PrintStream(errors, true, StandardCharsets.UTF_8))
            .run(new String[] {"--env-file", home.resolve("none").toString()});
    assertThat(status).isNotZero();
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("CONFIG_INVALID", "none");
  }
}
