package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.RecordedRequest;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
    start(TestingServer.environment(mixpanel, home));
  }

  private void start(Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>(List.of(TestingServer.java()));
    command.addAll(TestingServer.javaArguments());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(home.resolve("stderr.txt").toFile());
    builder.environment().putAll(environment);
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

  /** What is said with this id; everything before is skipped. */
  private JsonNode answer(int id) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      JsonNode message = Mappers.read(line);
      if (message.path("id").asInt(-1) == id) {
        return message;
      }
    }
    throw new AssertionError("The output ended before the answer " + id);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; !condition.call(); i++) {
      assertThat(i).as("waits of 25 ms").isLessThan(4800);
      Thread.sleep(25);
    }
  }

  private static String cancellation(int id) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":%d}}\n"
        .formatted(id);
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
  void noRequestWaitsForAGreetingThatDoesNotCome() throws IOException {
    say("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}\n");
    say("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n");
    say(HELLO.lines().findFirst().orElseThrow() + "\n" + call(3, "list_tables", "{}"));
    process.getOutputStream().close();
    Map<String, JsonNode> answers = rest();
    assertThat(answers.get("1").at("/error/message").asText()).contains("initialize");
    assertThat(answers.get("2").path("result")).isEmpty();
    assertThat(answers.get("3").at("/result/isError").asBoolean(true)).isFalse();
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
  void endsWhenTheInputEndsWithoutATrace() throws Exception {
    say(HELLO + call(1, "list_tables", "{}"));
    process.getOutputStream().close();
    assertThat(rest()).containsKeys("0", "1");
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(home.resolve("stderr.txt")).content().doesNotContain("\tat ");
  }

  @Test
  void malformedParametersAreToldWithoutOurClasses() throws IOException {
    say(
        HELLO
            + """
            {"jsonrpc":"2.0","id":1,"method":"tools/call"}
            {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":1,"arguments":2}}
            {"jsonrpc":"2.0","id":3,"method":"completion/complete","params":{"ref":{"type":"x"}}}
            """);
    process.getOutputStream().close();
    Map<String, JsonNode> answers = rest();
    for (String id : List.of("1", "2", "3")) {
      JsonNode error = answers.get(id).path("error");
      assertThat(error.path("code").asInt()).isEqualTo(-32602);
      assertThat(error.path("message").asText()).doesNotContain("Exception", "McpSchema");
    }
  }

  @Test
  void aCancelledCallIsStoppedAndNotAnswered() throws Exception {
    mixpanel.faults().next("/api/query/events/names", Fault.delay(Duration.ofMinutes(5)));
    say(HELLO + call(7, "list_events", "{}"));
    assertThat(output.readLine()).contains("protocolVersion");
    await(mixpanel.faults()::allSpent);
    say(cancellation(7) + call(8, "list_tables", "{}"));
    assertThat(Mappers.read(output.readLine()).path("id").asInt()).isEqualTo(8);
    process.getOutputStream().close();
    assertThat(rest()).doesNotContainKey("7");
  }

  @Test
  void aCancelledFetchStopsAndKeepsWhatIsFinished() throws Exception {
    String export = "/api/2.0/export";
    mixpanel.faults().next(export, Fault.delay(Duration.ZERO));
    mixpanel.faults().next(export, 50, Fault.delay(Duration.ofMinutes(5)));
    String days = "{\"from_date\":\"2026-01-01\",\"to_date\":\"2026-01-31\"}";
    say(HELLO + call(1, "fetch_events", days));
    await(() -> finishedWindows().size() == 1);
    String finished = finishedWindows().get(0);
    say(cancellation(1) + call(2, "list_tables", "{}"));
    assertThat(answer(2).at("/result/structuredContent/result")).isEmpty();

    int asked = mixpanel.requests(export).size();
    mixpanel.faults().clear();
    say(call(3, "fetch_events", days));
    assertThat(answer(3).at("/result/isError").asBoolean(true)).isFalse();
    List<RecordedRequest> later = mixpanel.requests(export);
    assertThat(later.subList(asked, later.size()))
        .isNotEmpty()
        .noneMatch(request -> finished.contains(request.parameter("from_date").orElseThrow()));
    process.getOutputStream().close();
    assertThat(rest()).doesNotContainKey("1");
  }

  /** What the fetch's ledger has as finished: lines with the days. */
  private List<String> finishedWindows() throws IOException {
    Path folder = home.resolve("data").resolve("fetch");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      Optional<Path> ledger = files.filter(file -> file.endsWith("ledger.jsonl")).findFirst();
      return ledger.isEmpty()
          ? List.of()
          : Files.readAllLines(ledger.get()).stream()
              .filter(line -> line.contains("\"file\""))
              .toList();
    }
  }

  @Test
  void withoutCredentialsTheFirstAnswerExplainsHowToGiveThem() throws Exception {
    process.destroyForcibly();
    start(TestingServer.withoutCredentials(mixpanel, home));
    say(HELLO + call(1, "list_events", "{}"));
    process.getOutputStream().close();
    String text = rest().get("1").at("/result/content/0/text").asText();
    assertThat(text)
        .contains("MP_USERNAME", "MP_SECRET", "MP_PROJECT_ID", "MP_REGION", "config.toml");
  }
}
