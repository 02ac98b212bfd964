package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that stay silent, drip, vanish or lie cost the others nothing. */
@Timeout(120)
class HostileClientsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");
  private static final HttpLimits QUICK =
      new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(2), 512);
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
    server = TestingServer.http(TestingServer.environment(mixpanel, home), QUICK);
  }

  @AfterEach
  void stop() {
    server.close();
    mixpanel.close();
  }

  private Socket connect(String text) throws IOException {
    Socket socket = new Socket("127.0.0.1", URI.create(server.origin()).getPort());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String half(int length) {
    return "POST /mcp HTTP/1.1\r\nHost: localhost\r\nx-auth-token: nobody:made-up:77\r\n"
        + "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
        + "Content-Length: "
        + length
        + "\r\n\r\n{";
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.origin() + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, text/event-stream"));
    all.addAll(List.of(headers));
    return send("POST", "/mcp", body, all.toArray(String[]::new));
  }

  /** Waits for the other side to close; fails by the timeout of the test. */
  private static void awaitClosed(Socket socket) throws IOException {
    try (socket;
        InputStream input = socket.getInputStream()) {
      while (input.read() >= 0) {
        // An answer may come before the end.
      }
    } catch (IOException reset) {
      // Closed as well.
    }
  }

  @Test
  void halfSentRequestsHoldNothingButTheirConnections() throws Exception {
    List<Socket> held = new ArrayList<>();
    try (McpSyncClient owner = server.streamable(Map.of())) {
      owner.initialize();
      Map<String, Object> day = Map.of("from_date", DAY.toString(), "to_date", DAY.toString());
      assertThat(Answers.call(owner, "fetch_events", day).isError()).isFalse();
      for (int i = 0; i < 230; i++) {
        held.add(connect(i % 2 == 0 ? half(1000) : "POST /mcp HTTP/1.1\r\nHost: localh"));
      }
      assertThat(send("GET", "/health", "").statusCode()).isEqualTo(200);
      var answer = Answers.call(owner, "sql", Map.of("query", "select 42 as answer"));
      assertThat(Answers.text(answer)).contains("42");
      for (Socket socket : held) {
        awaitClosed(socket);
      }
    }
  }

  @Test
  void aRequestThatDripsEndsByTheTimeForAWholeOne() throws Exception {
    try (Socket socket = connect(half(1000))) {
      long bytes = 0;
      try {
        for (; bytes < 1000; bytes++) {
          socket.getOutputStream().write(' ');
          Thread.sleep(100);
        }
      } catch (IOException closed) {
        // That is what is wanted.
      }
      assertThat(bytes).isLessThan(999);
    }
  }

  @Test
  void answersMayTakeLongerThanAConnectionMayBeSilent() throws Exception {
    try (McpSyncClient owner = server.streamable(Map.of())) {
      owner.initialize();
      mixpanel.faults().next("/api/query/events/names", Fault.delay(Duration.ofSeconds(6)));
      assertThat(Answers.call(owner, "list_events", Map.of()).isError()).isFalse();
    }
  }

  @Test
  void whoLeavesAnAnswerUnreadLosesIt() throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    String session = post(INITIALIZE).headers().firstValue("mcp-session-id").orElseThrow();
    List<Socket> held = new ArrayList<>();
    String request =
        "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Accept: application/json, text/event-stream\r\nmcp-session-id: "
            + session
            + "\r\nContent-Length: "
            + list.length()
            + "\r\n\r\n"
            + list;
    for (int i = 0; i < 20; i++) {
      held.add(connect(request.repeat(200)));
    }
    assertThat(send("GET", "/health", "").statusCode()).isEqualTo(200);
    for (Socket socket : held) {
      Thread.sleep(200);
      socket.close();
    }
    assertThat(post(INITIALIZE).statusCode()).isEqualTo(200);
  }

  @Test
  void messagesThatAreTooLongAreRefused() throws Exception {
    String message = "{\"a\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
    try {
      assertThat(post(message).statusCode()).isEqualTo(413);
    } catch (IOException closedWhileSending) {
      // The server does not read on for the sake of a client that does not look.
    }
    assertThat(send("GET", "/health", "").statusCode()).isEqualTo(200);
  }

  @Test
  void methodsThatNobodyNeedsAreRefused() throws Exception {
    for (String method : List.of("TRACE", "OPTIONS", "PUT", "PATCH")) {
      HttpResponse<String> answer = send(method, "/mcp", "", "X-Secret", "reflect-me");
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.body()).doesNotContain("reflect-me");
    }
  }

  @Test
  void picturesAndScriptsOfAPageBeginNoSession() throws Exception {
    String[][] pages = {
      {"Sec-Fetch-Site", "cross-site", "Accept", "*/*"},
      {"Sec-Fetch-Site", "same-site", "Accept", "text/event-stream"},
      {"Accept", "image/avif,image/webp,*/*;q=0.8"},
    };
    for (String[] page : pages) {
      assertThat(send("GET", "/sse", "", page).statusCode()).isEqualTo(403);
    }
    assertThat(server.sessions()).isZero();
  }

  @Test
  void anAnswerToNothingIsRefused() throws Exception {
    String session = post(INITIALIZE).headers().firstValue("mcp-session-id").orElseThrow();
    HttpResponse<String> answer =
        post("{\"jsonrpc\":\"2.0\",\"id\":\"nobody\",\"result\":{}}", "mcp-session-id", session);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("waits for this answer");
  }

  @Test
  void strangersTakeNeitherTheBudgetNorTheSessionsOfOthers() throws Exception {
    String token = "nobody:made-up:" + mixpanel.projectId();
    try (McpSyncClient stranger = server.streamable(Map.of("x-auth-token", token))) {
      stranger.initialize();
      for (int i = 0; i < 60; i++) {
        var answer = Answers.call(stranger, "list_events", Map.of());
        assertThat(Answers.structured(answer).at("/error/code").asText()).isEqualTo("AUTH_FAILED");
      }
      var last = Answers.call(stranger, "list_events", Map.of());
      assertThat(Answers.structured(last).at("/error/code").asText()).isEqualTo("RATE_LIMITED");
    }
    for (int i = 0; i < 130; i++) {
      post(INITIALIZE, "x-auth-token", "n" + i + ":made-up:77");
    }
    assertThat(server.sessions()).isLessThanOrEqualTo(20);
    String known = mixpanel.username() + ":" + mixpanel.secret() + ":" + mixpanel.projectId();
    try (McpSyncClient owner = server.streamable(Map.of())) {
      owner.initialize();
      assertThat(Answers.call(owner, "list_events", Map.of()).isError()).isFalse();
    }
    try (McpSyncClient guest = server.streamable(Map.of("x-auth-token", known))) {
      guest.initialize();
      assertThat(Answers.call(guest, "list_events", Map.of()).isError()).isFalse();
    }
  }
}
