package dev.mixpaneldata.mcp.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the SDK lacks and {@code StdioTransport}, {@code MessageForm} and the adapters make up for,
 * with the numbers of its issues (github.com/modelcontextprotocol/java-sdk) where there are some. A
 * test that fails after an upgrade of the SDK says that ours is no longer needed there.
 */
class StdioDefectsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** An answer that is not coming is waited for so long; one that comes takes milliseconds. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/list\"}\n";

  private final PipedOutputStream input = new PipedOutputStream();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final BareTools tools = new BareTools();

  @BeforeEach
  void serve() throws IOException {
    OutputStream output =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void flush() {
            lines.addAll(toString(StandardCharsets.UTF_8).lines().toList());
            reset();
          }
        };
    tools.serve(
        McpServer.sync(
            new StdioServerTransportProvider(
                SdkJson.MAPPER, new PipedInputStream(input, 1 << 16), output)));
  }

  @AfterEach
  void stop() throws IOException {
    tools.released.countDown();
    input.close();
  }

  private void say(String text) throws IOException {
    input.write(text.getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  private static String call(int id, String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":{}}}\n"
        .formatted(id, tool);
  }

  private Optional<JsonNode> answer(int id, Duration patience) throws InterruptedException {
    String line;
    while ((line = lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) != null) {
      JsonNode message = Mappers.read(line);
      if (message.path("id").asInt(-1) == id) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  @Test
  void answersWhatIsWellFormed() throws Exception {
    say(HELLO + LIST);
    assertThat(answer(9, LONG).orElseThrow().at("/result/tools")).hasSize(3);
  }

  /** No issue known. {@code StdioTransport} answers with an error and reads on. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "{bad\n"})
  void aLineThatIsNoMessageEndsTheServer(String line) throws Exception {
    say(HELLO);
    answer(0, LONG).orElseThrow();
    say(line + LIST);
    assertThat(answer(9, SHORT)).isEmpty();
  }

  /** No issue known. {@code StdioTransport} waits for what is in flight. */
  @Test
  void theEndOfTheInputDropsAnswersInFlight() throws Exception {
    say(HELLO + call(1, "waits"));
    tools.begun.await();
    input.close();
    TimeUnit.MILLISECONDS.sleep(500);
    tools.released.countDown();
    assertThat(answer(1, SHORT)).isEmpty();
  }

  /** Issue 275. {@code StdioTransport} refuses it at once. */
  @Test
  void aRequestBeforeTheGreetingIsNeverAnswered() throws Exception {
    say(LIST);
    assertThat(answer(9, SHORT)).isEmpty();
  }

  /** Issue 130. {@code RunningCalls} interrupts the call, and nothing is answered. */
  @Test
  void aCancelledCallGoesOnAndIsAnswered() throws Exception {
    say(HELLO + call(1, "waits"));
    tools.begun.await();
    say(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}\n"
            + LIST);
    answer(9, LONG).orElseThrow();
    tools.released.countDown();
    assertThat(answer(1, LONG).orElseThrow().at("/result/content/0/text").asText())
        .isEqualTo("released");
  }

  /** Issue 538. {@code ErrorAnswers} makes an answer that a model can read. */
  @Test
  void anExceptionOfAToolIsAnErrorOfTheProtocol() throws Exception {
    say(HELLO + call(1, "fails"));
    assertThat(answer(1, LONG).orElseThrow().at("/error/code").asInt()).isEqualTo(-32603);
  }

  /** As pull request 1108 has it. {@code AccessRules} refuses the call, too. */
  @Test
  void aToolThatIsFilteredOutCanBeCalled() throws Exception {
    say(HELLO + call(1, "hidden"));
    assertThat(answer(1, LONG).orElseThrow().at("/result/content/0/text").asText())
        .isEqualTo("called");
  }

  /** No issue known. {@code SdkClient} looks at what the client can do first. */
  @Test
  void samplingAClientThatCannotThrows() throws Exception {
    say(HELLO + call(1, "samples"));
    assertThat(answer(1, LONG).orElseThrow().at("/result/content/0/text").asText())
        .startsWith("threw ");
  }

  /** No issue known. {@code MessageForm} answers that the parameters are malformed. */
  @Test
  void malformedParametersAreToldInTheWordsOfJava() throws Exception {
    say(
        HELLO
            + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":1,\"arguments\":2}}\n");
    assertThat(answer(1, LONG).orElseThrow().path("error").toString()).contains("McpSchema");
  }
}
