package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Chromium without a screen, driven by its DevTools protocol. Tests are skipped where
 * there is no Chromium, unless {@code -Dboards.browser.required=true}.
 */
final class Chrome implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

  /** What the page wrote to the console, exceptions and refusals included. */
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  /** The hosts that the page sent requests to. */
  private final List<String> addresses = Collections.synchronizedList(new ArrayList<>());

  private String session = "";

  private Chrome(Process process, String address) throws Exception {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .get(1, TimeUnit.MINUTES);
  }

  static Chrome start(Path folder) throws Exception {
    Optional<Path> program =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();
    if (!Boolean.getBoolean("boards.browser.required")) {
      assumeThat(program).as("SKIPPED: there is no Chromium for the page").isPresent();
    }
    Process process =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--lang=en-GB",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("browser"),
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader log = process.errorReader();
    String line;
    while ((line = log.readLine()) != null) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        Thread drain = new Thread(() -> log.lines().forEach(any -> {}), "chromium-log");
        drain.setDaemon(true);
        drain.start();
        Chrome chrome = new Chrome(process, matcher.group(1));
        chrome.attach();
        return chrome;
      }
    }
    throw new IllegalStateException("Chromium ended before it listened.");
  }

  private void attach() {
    String target =
        send("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
    session =
        send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Runtime", "Log", "Page", "Network")) {
      send(domain + ".enable", Map.of());
    }
  }

  JsonNode send(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    ObjectNode message = Mappers.json().createObjectNode().put("id", id).put("method", method);
    message.set("params", Mappers.json().valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    try {
      socket.sendText(message.toString(), true).get(1, TimeUnit.MINUTES);
      JsonNode received = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(received.path("error").path("message").asText()).as(method).isEmpty();
      return received.path("result");
    } catch (Exception e) {
      throw new IllegalStateException(method + " failed", e);
    }
  }

  /** Sets the size of the window, and light or dark. */
  void look(int width, int height, boolean dark) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Shows the page as it is printed, in the colours that {@link #look} has set. */
  void print(boolean paper) {
    send("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
  }

  void open(URI address) {
    send("Page.navigate", Map.of("url", address.toString()));
  }

  /** Returns the value of an expression, or of the promise that it is. */
  JsonNode run(String script) {
    JsonNode result =
        send(
            "Runtime.evaluate",
            Map.of(
                "expression", script,
                "awaitPromise", true,
                "returnByValue", true,
                "userGesture", true));
    assertThat(result.path("exceptionDetails").toString()).as(script).isEmpty();
    return result.path("result").path("value");
  }

  /** Waits until an expression is true. */
  void await(String condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode now =
          send(
              "Runtime.evaluate",
              Map.of("expression", "!!(" + condition + ")", "returnByValue", true));
      if (now.path("result").path("value").asBoolean()) {
        return;
      }
      Thread.sleep(40); // Nothing announces that a page is painted.
    }
    throw new AssertionError(
        condition + " never became true on " + run("document.body.innerText").asText());
  }

  void key(String key, String code, int number, int modifiers) {
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of(
              "type", type,
              "key", key,
              "code", code,
              "windowsVirtualKeyCode", number,
              "modifiers", modifiers));
    }
  }

  void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** Writes a picture of the whole page. */
  void picture(Path file) throws IOException {
    int height = Math.min(2400, run("document.documentElement.scrollHeight").asInt());
    int width = run("document.documentElement.clientWidth").asInt();
    JsonNode shot =
        send(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  List<String> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void received(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(message.path("id").asInt());
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    JsonNode params = message.path("params");
    switch (message.path("method").asText()) {
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
          complaints.add(params.toString());
      case "Log.entryAdded" -> {
        // Warnings are about the speed of axe.
        if (params.path("entry").path("level").asText().equals("error")) {
          complaints.add(params.toString());
        }
      }
      case "Network.requestWillBeSent" ->
          addresses.add(params.path("request").path("url").asText());
      default -> {}
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = Mappers.read(text.toString());
        text.setLength(0);
        received(message);
      }
      ws.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
