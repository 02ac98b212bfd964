package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real client is told when something goes wrong, and what the audit log keeps of it. */
class FailuresTest {
  private static final String NAMES = "/api/query/events/names";

  @TempDir Path home;
  private final FakeMixpanel mixpanel = FakeMixpanel.builder().start();
  private TestingServer server;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    server = TestingServer.sharing(TestingServer.environment(mixpanel, home));
    client = server.streamable(Map.of());
    client.initialize();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private JsonNode failure(String tool, Map<String, Object> arguments) {
    McpSchema.CallToolResult answer = Answers.call(client, tool, arguments);
    assertThat(answer.isError()).as(Answers.text(answer)).isTrue();
    JsonNode error = Answers.structured(answer).path("error");
    assertThat(error.path("hint").asText()).as("the next step").isNotEmpty();
    assertThat(Answers.text(answer))
        .contains(error.path("code").asText(), "Next step: ")
        .doesNotContain(mixpanel.secret(), "\tat ", "Exception");
    return error;
  }

  private String code(String tool, Map<String, Object> arguments) {
    return failure(tool, arguments).path("code").asText();
  }

  @Test
  void refusedCredentials() {
    mixpanel.faults().next(NAMES, Fault.status(401));
    assertThat(code("list_events", Map.of())).isEqualTo("AUTH_FAILED");
  }

  @Test
  void aMissingPermission() {
    mixpanel.faults().next(NAMES, Fault.status(403));
    assertThat(code("list_events", Map.of())).isEqualTo("PERMISSION_DENIED");
  }

  @Test
  void aSpentBudgetHasItsTime() {
    mixpanel.faults().next(NAMES, 10, Fault.tooManyRequests(Duration.ofMinutes(20)));
    JsonNode error = failure("list_events", Map.of());
    assertThat(error.path("code").asText()).isEqualTo("RATE_LIMITED");
    assertThat(error.path("retry_after_seconds").asInt()).isPositive();
    assertThat(Instant.parse(error.path("retry_at").asText())).isAfter(Instant.EPOCH);
  }

  @Test
  void anAnswerThatIsNone() {
    mixpanel.faults().next(NAMES, 10, Fault.html());
    assertThat(code("list_events", Map.of())).isEqualTo("BAD_RESPONSE");
  }

  @Test
  void aSyntaxErrorHasItsPlace() {
    client.callTool(
        McpSchema.CallToolRequest.builder("fetch_events")
            .arguments(Map.of("from_date", "2026-01-01", "to_date", "2026-01-01"))
            .build());
    JsonNode error = failure("sql", Map.of("query", "SELECT count(*) FORM events"));
    assertThat(error.path("code").asText()).isEqualTo("QUERY_FAILED");
    assertThat(error.path("message").asText()).contains("^");
  }

  @Test
  void aTableThatIsNotThere() {
    assertThat(code("table_schema", Map.of("table", "nothing")))
        .isIn("DATABASE_NOT_FOUND", "TABLE_NOT_FOUND");
  }

  @Test
  void sqlThatTakesTooMuchEndsAloneAndTheServerGoesOn() throws Exception {
    Path data = Files.createDirectories(home.resolve("data"));
    try (var database =
        DriverManager.getConnection("jdbc:duckdb:" + data.resolve(mixpanel.projectId() + ".db"))) {
      database.createStatement().execute("CREATE TABLE t AS SELECT range(1000) AS l");
    }
    for (String bomb :
        List.of(
            "SELECT repeat('x', 250000000)::BLOB",
            "SELECT range(10000) FROM range(90000)",
            "SELECT range(30000000)",
            "SELECT list(l) FROM t, range(60000)",
            "SELECT * FROM query('SELECT 1')")) {
      assertThat(code("sql", Map.of("query", bomb))).as(bomb).isEqualTo("QUERY_FAILED");
      assertThat(code("sql_scalar", Map.of("query", bomb))).as(bomb).isEqualTo("QUERY_FAILED");
    }
    McpSchema.CallToolResult answer =
        Answers.call(client, "sql_scalar", Map.of("query", "SELECT count(*) FROM t"));
    assertThat(answer.isError()).as(Answers.text(answer)).isFalse();
  }

  @Test
  void nothingInTheProjectIsNoFailure() {
    McpSchema.CallToolResult answer = Answers.call(client, "list_events", Map.of());
    assertThat(answer.isError()).isFalse();
    assertThat(Answers.structured(answer).path("result")).isEmpty();
    assertThat(Answers.text(answer)).contains("none");
  }

  @Test
  void theAuditLogHasEachCallAndNoSecret() throws IOException {
    mixpanel.faults().next(NAMES, Fault.status(401));
    Answers.call(client, "list_events", Map.of());
    Answers.call(client, "list_tables", Map.of());
    Answers.call(client, "list_tables", Map.of("secret", mixpanel.secret()));
    String token = mixpanel.username() + ":" + mixpanel.secret() + ":" + mixpanel.projectId();
    try (McpSyncClient guest = server.streamable(Map.of("x-auth-token", token))) {
      guest.initialize();
      Answers.call(guest, "list_accounts", Map.of());
    }
    List<JsonNode> lines =
        Files.readAllLines(home.resolve("audit.jsonl")).stream().map(Mappers::read).toList();
    assertThat(lines)
        .extracting(line -> line.path("tool").asText() + " " + line.path("code").asText("ok"))
        .containsExactly(
            "list_events AUTH_FAILED",
            "list_tables ok",
            "list_tables INVALID_ARGUMENT",
            "list_accounts PERMISSION_DENIED");
    assertThat(lines.get(0).path("who").asText()).isEqualTo("owner");
    assertThat(lines.get(3).path("who").asText()).isNotEqualTo("owner");
    assertThat(Files.readString(home.resolve("audit.jsonl")))
        .doesNotContain(mixpanel.secret(), mixpanel.username());
  }
}
