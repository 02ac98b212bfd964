package dev.mixpaneldata.bridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Body;
import dev.mixpaneldata.testkit.http.HttpServer;
import dev.mixpaneldata.testkit.http.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class McpClientTest {
  private static final Authorizer TOKEN =
      new Authorizer() {
        @Override
        public Optional<String> header() {
          return Optional.of("Bearer top-secret");
        }

        @Override
        public boolean challenged(
            int status, List<String> challenges, Optional<String> sent, int earlier) {
          return false;
        }
      };

  @Test
  void carriesNoTokenToAnotherAddress() {
    List<String> strangers = new CopyOnWriteArrayList<>();
    try (HttpServer stranger =
            HttpServer.start(
                request -> {
                  strangers.add(request.headers().toString());
                  return Reply.of(Answer.text(200, "thanks"));
                });
        HttpServer server =
            HttpServer.start(
                request ->
                    Reply.of(
                        new Answer(
                            307, Map.of("Location", stranger.origin() + "/mcp"), Body.of(""))))) {

      assertThatThrownBy(() -> client(server).tools())
          .hasMessageContaining("redirects the call")
          .message()
          .doesNotContain("top-secret");
      assertThat(strangers).isEmpty();
    }
  }

  @Test
  void showsTheBeginningOfAPageThatIsNoAnswer() {
    try (HttpServer server =
        HttpServer.start(request -> Reply.of(Answer.text(503, "<html>Back soon</html>")))) {

      assertThatThrownBy(() -> client(server).tools())
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVER_ERROR))
          .hasMessageContaining("503")
          .hasMessageContaining("Back soon");
    }
  }

  @Test
  void speaksTheStatelessRevisionAndReadsEventsOfSeveralLines() {
    List<JsonNode> asked = new CopyOnWriteArrayList<>();
    try (HttpServer server =
        answering(
            asked,
            message ->
                switch (message.path("method").asText()) {
                  case "server/discover" -> "{\"supportedVersions\":[\"2026-07-28\"]}";
                  case "tools/list" -> "{\"tools\":[{\"name\":\"one\",\"inputSchema\":{}}]}";
                  default -> "{\"content\":[{\"type\":\"text\",\"text\":\"é\"}]}";
                })) {
      McpClient client = client(server);

      assertThat(client.tools()).extracting(RemoteTool::name).containsExactly("one");
      JsonNode result = client.call("one", JsonNodeFactory.instance.objectNode());

      assertThat(result.path("content").path(0).path("text").asText()).isEqualTo("é");
      assertThat(client.revision()).isEqualTo("2026-07-28");
      assertThat(asked)
          .allSatisfy(
              message ->
                  assertThat(message.path("params").path("_meta").fieldNames())
                      .toIterable()
                      .contains("io.modelcontextprotocol/protocolVersion"));
    }
  }

  /** Answers with events whose data stand on several lines, behind a notification. */
  private static HttpServer answering(List<JsonNode> asked, Function<JsonNode, String> result) {
    return HttpServer.start(
        request -> {
          JsonNode message = Mappers.read(request.bodyText());
          asked.add(message);
          String events =
              """
              : comment
              data: {"jsonrpc":"2.0","method":"notifications/progress"}

              event: message\r
              data: {"jsonrpc":"2.0",\r
              data:"id":%s,\r
              data: "result":%s}\r
              \r
              """
                  .formatted(message.path("id"), result.apply(message));
          return Reply.of(
              new Answer(200, Map.of("Content-Type", "text/event-stream"), Body.of(events)));
        });
  }

  private static McpClient client(HttpServer server) {
    return new McpClient(
        URI.create(server.origin() + "/mcp"),
        TOKEN,
        Optional.empty(),
        Duration.ofSeconds(20),
        Pacer.system());
  }
}
