package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client does wrong, or suddenly, to the process. */
class StdioTest {
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir Path home;
  private final FakeMixpanel mixpanel = FakeMixpanel.builder().start();
  private Process process;
  private BufferedReader output;

  @BeforeEach
  void start() throws IOException {
    List<String> command = new ArrayList<>(List.of(TestingServer.java()));
    command.addAll(TestingServer.javaArguments());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("stderr.txt").toFile());
    builder.environment().putAll(TestingServer.environment(mixpanel, home));
    process = builder.start();
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
    mixpanel.close();
  }

  private void say(String lines) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write(lines.getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  /** All that is still said, by id; fails where a line is no JSON. */
  private Map<String, JsonNode> rest() throws IOException {
    Map<String, JsonNode> answers = new HashMap<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      JsonNode message = Mappers.read(line);
      answers.put(message.path("id").asText("none"), message);
    }
    return answers;
  }

  private static String call(int id, String tool, String arguments) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}\n"
        .formatted(id, tool, arguments);
  }

  @Test
  void survivesBlankAndMalformedLines() throws IOException {
    say(HELLO + "\n   \nnot json\n[1,2]\n{\"jsonrpc\":\"2.0\"}\n" + call(1, "list_tables", "{}"));
    process.getOutputStream().close();
    Map<String, JsonNode> answers = rest();
    assertThat(answers.get("1").at("/result/isError").asBoolean(true)).isFalse();
    assertThat(answers.get("none").path("error").path("code").asInt()).isNegative();
  }

  @Test
  void deliversWhatIsInFlightWhenTheInputEnds() throws Exception {
    mixpanel.faults().next("/api/query/events/names", Fault.delay(Duration.ofSeconds(2)));
    say(HELLO + call(1, "list_events", "{}"));
    process.getOutputStream().close();
    assertThat(rest()).containsKey("1");
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  @Test
  void endsAtOnceWhenTheInputEnds() throws Exception {
    say(HELLO);
    assertThat(output.readLine()).contains("protocolVersion");
    long start = System.nanoTime();
    process.getOutputStream().close();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aCancelledCallIsStoppedAndNotAnswered() throws Exception {
    mixpanel.faults().next("/api/query/events/names", Fault.delay(Duration.ofMinutes(5)));
    say(HELLO + call(7, "list_events", "{}"));
    assertThat(output.readLine()).contains("protocolVersion");
    Thread.sleep(1500);
    say(
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}\n");
    say(call(8, "list_tables", "{}"));
    assertThat(Mappers.read(output.readLine()).path("id").asInt()).isEqualTo(8);
    process.getOutputStream().close();
    assertThat(rest()).doesNotContainKey("7");
  }

  @Test
  void withoutCredentialsTheFirstAnswerExplainsHowToGiveThem() throws Exception {
    process.destroyForcibly();
    List<String> command = new ArrayList<>(List.of(TestingServer.java()));
    command.addAll(TestingServer.javaArguments());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("stderr.txt").toFile());
    builder.environment().putAll(TestingServer.withoutCredentials(mixpanel, home));
    process = builder.start();
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    say(HELLO + call(1, "list_events", "{}"));
    process.getOutputStream().close();
    String text = rest().get("1").at("/result/content/0/text").asText();
    assertThat(text)
        .contains("MP_USERNAME", "MP_SECRET", "MP_PROJECT_ID", "MP_REGION", "config.toml");
  }
}
