package dev.mixpaneldata.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the SDK's servlets lack and the filter in front of them makes up for, with the numbers of
 * the SDK's issues (github.com/modelcontextprotocol/java-sdk) where there are some. A test that
 * fails after an upgrade of the SDK says that ours is no longer needed there.
 */
class HttpDefectsTest {
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}\
      """;

  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/list\"}";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void serve() throws Exception {
    HttpServletStreamableServerTransportProvider transport =
        HttpServletStreamableServerTransportProvider.builder()
            .jsonMapper(SdkJson.MAPPER)
            .mcpEndpoint("/mcp")
            .build();
    new BareTools().serve(McpServer.sync(transport));
    ServletHolder servlet = new ServletHolder(transport);
    servlet.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(servlet, "/mcp");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private HttpResponse<String> post(String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/mcp"))
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String session() throws IOException, InterruptedException {
    String id = post(INITIALIZE).headers().firstValue("mcp-session-id").orElseThrow();
    post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", "mcp-session-id", id);
    return id;
  }

  @Test
  void answersWhatIsWellFormed() throws Exception {
    assertThat(post(LIST, "mcp-session-id", session()).body()).contains("\"waits\"");
  }

  /** Issues 955 and 577. {@code CleanErrors} writes an error of JSON-RPC. */
  @Test
  void refusalsAreExceptionsWithTheirTraces() throws Exception {
    HttpResponse<String> refused = post(LIST);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode body = Mappers.read(refused.body());
    assertThat(body.path("jsonrpc").isMissingNode()).isTrue();
    assertThat(body.path("stackTrace")).isNotEmpty();
  }

  /** Issue 957. {@code GuardFilter} answers with 400. */
  @Test
  void anUnknownVersionOfTheProtocolIsServed() throws Exception {
    HttpResponse<String> served =
        post(LIST, "mcp-session-id", session(), "MCP-Protocol-Version", "1999-01-01");
    assertThat(served.statusCode()).isEqualTo(200);
  }

  /** By design; validators are to be had. {@code Origins} keeps web pages out. */
  @Test
  void aPageOfAnybodyIsServed() throws Exception {
    assertThat(post(INITIALIZE, "Origin", "https://evil.example").statusCode()).isEqualTo(200);
  }

  /** By design. {@code GuardFilter} keeps a session to the identity that began it. */
  @Test
  void aSessionServesWhoeverKnowsItsName() throws Exception {
    String session = session();
    assertThat(post(LIST, "mcp-session-id", session, "x-auth-token", "other:secret").statusCode())
        .isEqualTo(200);
  }

  /** No issue known. {@code MessageForm} answers that the parameters are malformed. */
  @Test
  void malformedParametersAreNotAnswered() throws Exception {
    String session = session();
    String answer;
    try {
      answer =
          post(
                  "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"completion/complete\",\"params\":{\"ref\":{}}}",
                  "mcp-session-id",
                  session)
              .body();
    } catch (HttpTimeoutException none) {
      answer = "";
    }
    assertThat(answer).doesNotContain("\"code\":-32602");
  }
}
