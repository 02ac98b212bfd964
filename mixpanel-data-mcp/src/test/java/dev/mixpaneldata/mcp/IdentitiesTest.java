package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import io.modelcontextprotocol.client.McpSyncClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees what over HTTP, and who is not let in. */
class IdentitiesTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
      """;

  @TempDir Path home;
  private FakeMixpanel mixpanel;
  private TestingServer server;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    Dataset data = Dataset.builder().users(10).from(DAY).to(DAY).build();
    mixpanel = FakeMixpanel.builder().dataset(data).start();
    server = TestingServer.http(TestingServer.environment(mixpanel, home));
  }

  @AfterEach
  void stop() {
    server.close();
    mixpanel.close();
  }

  private String token() {
    return mixpanel.username() + ":" + mixpanel.secret() + ":" + mixpanel.projectId();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void tablesOfOneIdentityAreInvisibleToAnother() {
    try (McpSyncClient owner = server.streamable(Map.of());
        McpSyncClient guest = server.streamable(Map.of("x-auth-token", token()))) {
      owner.initialize();
      guest.initialize();
      Map<String, Object> day = Map.of("from_date", DAY.toString(), "to_date", DAY.toString());
      assertThat(Answers.call(owner, "fetch_events", day).isError()).isFalse();
      assertThat(Answers.structured(Answers.call(guest, "list_tables", Map.of())).path("result"))
          .isEmpty();
      assertThat(Answers.call(guest, "fetch_events", day).isError()).isFalse();
      assertThat(Answers.structured(Answers.call(guest, "list_tables", Map.of())).path("result"))
          .hasSize(1);
    }
  }

  /** Also of one identity: with a token, and without one on this machine. */
  @Test
  void tablesOfASessionAreInvisibleToAnotherUnlessTheOwnerSharesThem() throws Exception {
    for (Map<String, String> headers : List.of(Map.<String, String>of(), guest())) {
      assertThat(tablesSeenByTheSecond(server, headers)).isZero();
    }
    assertThat(sessionFolders()).as("the tables of ended sessions").isEmpty();
    try (TestingServer sharing =
        TestingServer.sharing(TestingServer.environment(mixpanel, home.resolve("shared")))) {
      for (Map<String, String> headers : List.of(Map.<String, String>of(), guest())) {
        assertThat(tablesSeenByTheSecond(sharing, headers)).isEqualTo(1);
      }
    }
  }

  private Map<String, String> guest() {
    return Map.of("x-auth-token", token());
  }

  private int tablesSeenByTheSecond(TestingServer asked, Map<String, String> headers) {
    try (McpSyncClient first = asked.streamable(headers);
        McpSyncClient second = asked.streamable(headers)) {
      first.initialize();
      second.initialize();
      Map<String, Object> day = Map.of("from_date", DAY.toString(), "to_date", DAY.toString());
      assertThat(Answers.call(first, "fetch_events", day).isError()).isFalse();
      assertThat(Answers.structured(Answers.call(first, "list_tables", Map.of())).path("result"))
          .hasSize(1);
      return Answers.structured(Answers.call(second, "list_tables", Map.of()))
          .path("result")
          .size();
    }
  }

  private List<Path> sessionFolders() throws Exception {
    List<Path> left = List.of();
    // A client says goodbye without waiting for the answer.
    for (int i = 0; i < 600; i++) {
      try (Stream<Path> all = Files.list(home.resolve("data").resolve("sessions"))) {
        left = all.filter(p -> p.getFileName().toString().startsWith("session-")).toList();
      }
      if (left.isEmpty()) {
        break;
      }
      Thread.sleep(50);
    }
    return left;
  }

  /** Each request brings its own identity; no session is begun before, and none is disturbed. */
  @Test
  void aCallWithoutASessionIsAnsweredForTheIdentityInItsHeaders() throws Exception {
    HttpResponse<String> begun = post(INITIALIZE, "x-auth-token", token());
    String session = begun.headers().firstValue("mcp-session-id").orElseThrow();
    HttpResponse<String> list = post(request("tools/list", "{}"), "x-auth-token", token());
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.headers().firstValue("mcp-session-id")).isEmpty();
    assertThat(Mappers.read(list.body()).at("/result/tools").size()).isGreaterThan(20);
    JsonNode names = called("list_events", "{}", token());
    assertThat(names.at("/result/structuredContent/result").size()).isPositive();
    assertThat(
            called("list_events", "{}", "someone:else:77")
                .at("/result/structuredContent/error/code")
                .asText())
        .isIn("AUTH_FAILED", "PERMISSION_DENIED");
    String days = "{\"from_date\":\"%s\",\"to_date\":\"%s\"}".formatted(DAY, DAY);
    assertThat(called("fetch_events", days, token()).at("/result/isError").asBoolean()).isFalse();
    assertThat(called("list_tables", "{}", token()).at("/result/structuredContent/result"))
        .hasSize(1);
    assertThat(called("list_tables", "{}", "other:secret:" + mixpanel.projectId()).toString())
        .doesNotContain("row_count");
    HttpResponse<String> inside =
        post(
            request("tools/call", "{\"name\":\"list_tables\",\"arguments\":{}}"),
            "mcp-session-id",
            session,
            "x-auth-token",
            token());
    assertThat(inside.statusCode()).isEqualTo(200);
    assertThat(inside.body()).contains("structuredContent").doesNotContain("row_count");
  }

  private static String request(String method, String parameters) {
    return "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, parameters);
  }

  private JsonNode called(String tool, String arguments, String token) throws Exception {
    HttpResponse<String> answer =
        post(
            request("tools/call", "{\"name\":\"%s\",\"arguments\":%s}".formatted(tool, arguments)),
            "x-auth-token",
            token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Mappers.read(answer.body());
  }

  @Test
  void theHeaderBeatsTheEnvironment() {
    try (McpSyncClient guest = server.streamable(Map.of("x-auth-token", "someone:else:77"))) {
      guest.initialize();
      var answer = Answers.call(guest, "list_events", Map.of());
      assertThat(Answers.structured(answer).at("/error/code").asText())
          .isIn("AUTH_FAILED", "PERMISSION_DENIED");
      assertThat(Answers.text(answer)).doesNotContain("else");
    }
  }

  @Test
  void accountsOfTheMachineAreNotForGuests() {
    try (McpSyncClient guest = server.streamable(Map.of("x-auth-token", token()))) {
      guest.initialize();
      var answer = Answers.call(guest, "list_accounts", Map.of());
      assertThat(Answers.structured(answer).at("/error/code").asText())
          .isEqualTo("PERMISSION_DENIED");
    }
  }

  @Test
  void aSessionBelongsToWhoBeganIt() throws Exception {
    HttpResponse<String> begun = post(INITIALIZE, "x-auth-token", token());
    String session = begun.headers().firstValue("mcp-session-id").orElseThrow();
    String list = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
    assertThat(post(list, "mcp-session-id", session, "x-auth-token", token()).statusCode())
        .isEqualTo(200);
    assertThat(post(list, "mcp-session-id", session).statusCode()).isEqualTo(404);
    assertThat(post(list, "mcp-session-id", session, "x-auth-token", "a:b:3").statusCode())
        .isEqualTo(404);
  }

  @Test
  void refusalsAreJsonRpcErrorsWithoutTraces() throws Exception {
    List<HttpResponse<String>> refusals = new ArrayList<>();
    refusals.add(post(INITIALIZE, "x-auth-token", "nothing"));
    refusals.add(post("not json"));
    refusals.add(post("[" + INITIALIZE + "]"));
    refusals.add(post(INITIALIZE, "MCP-Protocol-Version", "1999-01-01"));
    refusals.add(post(INITIALIZE, "Origin", "https://evil.example"));
    assertThat(refusals)
        .extracting(HttpResponse::statusCode)
        .containsExactly(401, 400, 400, 400, 403);
    for (HttpResponse<String> refusal : refusals) {
      JsonNode error = Mappers.read(refusal.body()).path("error");
      assertThat(error.path("code").asInt()).isNegative();
      assertThat(error.path("message").asText()).isNotEmpty();
      assertThat(refusal.body()).doesNotContain("stackTrace", "Exception", ".java");
    }
  }

  @Test
  void malformedParametersAreAnsweredWithoutOurClasses() throws Exception {
    String session = post(INITIALIZE).headers().firstValue("mcp-session-id").orElseThrow();
    HttpResponse<String> answer =
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"completion/complete\",\"params\":{\"ref\":{}}}",
            "mcp-session-id",
            session);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode message = Mappers.read(answer.body());
    assertThat(message.path("id").asInt()).isEqualTo(3);
    assertThat(message.at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(answer.body()).doesNotContain("Exception", "McpSchema");
  }

  @Test
  void thereAreAHundredSessionsAndNoMore() throws Exception {
    String session = "";
    for (int i = 0; i < 100; i++) {
      HttpResponse<String> begun = post(INITIALIZE);
      assertThat(begun.statusCode()).isEqualTo(200);
      session = begun.headers().firstValue("mcp-session-id").orElseThrow();
    }
    HttpResponse<String> refused = post(INITIALIZE);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("retry-after")).isPresent();
    http.send(
        HttpRequest.newBuilder(URI.create(server.origin() + "/mcp"))
            .header("mcp-session-id", session)
            .DELETE()
            .build(),
        HttpResponse.BodyHandlers.discarding());
    assertThat(post(INITIALIZE).statusCode()).isEqualTo(200);
  }

  @Test
  void fiftyClientsWorkAtOnce() throws Exception {
    List<McpSyncClient> clients = new ArrayList<>();
    // Not the common pool: the JDK's HTTP client completes its answers there.
    ExecutorService threads = Executors.newFixedThreadPool(50);
    try {
      for (int i = 0; i < 50; i++) {
        McpSyncClient client = server.streamable(Map.of());
        client.initialize();
        clients.add(client);
      }
      assertThat(server.sessions()).isEqualTo(50);
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (McpSyncClient client : clients) {
        calls.add(() -> !Answers.call(client, "list_tables", Map.of()).isError());
      }
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
      clients.forEach(McpSyncClient::close);
    }
    // A client says goodbye without waiting for the answer.
    for (int i = 0; i < 600 && server.sessions() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(server.sessions()).isZero();
  }
}
