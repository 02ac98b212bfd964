package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same conversation with a real client over every transport. */
class TransportsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");

  @TempDir Path home;
  private FakeMixpanel mixpanel;

  @BeforeEach
  void start() {
    Dataset data = Dataset.builder().users(30).from(DAY).to(DAY.plusDays(6)).build();
    mixpanel = FakeMixpanel.builder().dataset(data).start();
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  @Test
  void overStandardInputAndOutput() {
    try (McpSyncClient client = TestingServer.stdio(TestingServer.environment(mixpanel, home))) {
      converse(client);
    }
  }

  @Test
  void overStreamableHttp() {
    try (TestingServer server = TestingServer.http(TestingServer.environment(mixpanel, home));
        McpSyncClient client = server.streamable(Map.of())) {
      converse(client);
    }
  }

  @Test
  void overServerSentEvents() {
    try (TestingServer server = TestingServer.http(TestingServer.environment(mixpanel, home));
        McpSyncClient client = server.sse()) {
      converse(client);
    }
  }

  private static void converse(McpSyncClient client) {
    McpSchema.InitializeResult hello = client.initialize();
    assertThat(hello.serverInfo().name()).isEqualTo("mixpanel");
    assertThat(hello.instructions()).contains("workspace_info");

    List<McpSchema.Tool> tools = client.listTools().tools();
    assertThat(tools).hasSizeGreaterThanOrEqualTo(36);
    assertThat(tools).extracting(McpSchema.Tool::name).doesNotContain("mixpanel_query_events");

    McpSchema.CallToolResult fetched =
        Answers.call(
            client,
            "fetch_events",
            Map.of("from_date", DAY.toString(), "to_date", DAY.plusDays(6).toString()));
    assertThat(fetched.isError()).as(Answers.text(fetched)).isFalse();
    long rows = Answers.structured(fetched).path("rows").asLong();
    assertThat(rows).isPositive();

    McpSchema.CallToolResult counted =
        Answers.call(client, "sql", Map.of("query", "SELECT count(*) AS n FROM events"));
    assertThat(Answers.structured(counted).at("/result/0/n").asLong()).isEqualTo(rows);

    McpSchema.CallToolResult again =
        Answers.call(
            client, "fetch_events", Map.of("from_date", DAY.toString(), "to_date", DAY.toString()));
    assertThat(again.isError()).isTrue();
    assertThat(Answers.structured(again).at("/error/code").asText()).isEqualTo("TABLE_EXISTS");
    assertThat(Answers.text(again)).contains("mode: append", "mode: replace");

    assertThat(client.listPrompts().prompts()).hasSize(8);
    assertThat(client.listResources().resources()).hasSize(9);
    assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(6);
    McpSchema.ReadResourceResult info =
        client.readResource(McpSchema.ReadResourceRequest.builder("workspace://info").build());
    assertThat(((McpSchema.TextResourceContents) info.contents().get(0)).text())
        .contains("\"events\"");
  }
}
