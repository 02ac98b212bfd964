package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are paths reach neither the disk nor Mixpanel, whoever sends them. */
class HostileNamesTest {
  @TempDir Path home;

  @Test
  void noArgumentOfAnOwnerBecomesAPath() throws IOException {
    refused(Map.of());
  }

  @Test
  void noArgumentOfAStrangerBecomesAPath() throws IOException {
    refused(Map.of("x-auth-token", "nobody:wrong:1"));
  }

  private void refused(Map<String, String> headers) throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start();
        TestingServer server = TestingServer.http(TestingServer.environment(mixpanel, home));
        McpSyncClient client = server.streamable(headers)) {
      client.initialize();
      // The folder of the session, which has no name that anybody gave.
      Answers.call(client, "list_tables", Map.of());
      for (String name :
          List.of(
              home.resolve("elsewhere").toString(),
              "../x",
              "..",
              "a/b",
              "x\u0000y",
              "x".repeat(100_000))) {
        refused(
            client,
            "fetch_events",
            Map.of("table", name, "from_date", "2026-01-01", "to_date", "2026-01-02"));
        refused(client, "fetch_profiles", Map.of("table", name));
        refused(client, "sync_table", Map.of("table", name));
        refused(client, "export_table", Map.of("table", name));
        refused(client, "export_table", Map.of("table", "t", "file", name));
      }
      List<Path> before = tree();
      var answer = Answers.call(client, "export_table", Map.of("table", "not_there"));
      assertThat(answer.isError()).isTrue();
      assertThat(tree()).isEqualTo(before);
      assertThat(mixpanel.requests()).isEmpty();
    }
  }

  private void refused(McpSyncClient client, String tool, Map<String, Object> arguments)
      throws IOException {
    List<Path> before = tree();
    var answer = Answers.call(client, tool, arguments);
    assertThat(Answers.structured(answer).at("/error/code").asText())
        .as(tool)
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(Answers.text(answer)).hasSizeLessThan(5_000);
    assertThat(tree()).isEqualTo(before);
  }

  /** All but the audit log, which each call is written to. */
  private List<Path> tree() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(file -> !file.endsWith("audit.jsonl")).sorted().toList();
    }
  }
}
