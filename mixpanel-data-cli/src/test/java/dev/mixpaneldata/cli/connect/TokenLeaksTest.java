package dev.mixpaneldata.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.cli.Mp;
import dev.mixpaneldata.testkit.vendor.AgreeingUser;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a process of {@code mp} prints, logs, stores or shows to {@code ps} has no token. */
class TokenLeaksTest {
  private static final Path PROCESSES = Path.of("/proc");

  @TempDir private Path home;

  @Test
  void noOutputAtAnyVerbosityNoFileAndNoProcessListHoldsAToken() throws Exception {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      connect(vendor);
      StringBuilder seen = new StringBuilder();
      for (List<String> command :
          List.of(
              List.of("connections", "call", "work", "Get-Events"),
              List.of("connections", "status"),
              List.of("connections", "doctor"),
              List.of("ask", "Sign Up by country in the last 14 days"),
              List.of("board", "pin", "growth", "connections", "call", "work", "Get-Projects"),
              List.of("board", "show", "growth", "--to", home.resolve("growth.html").toString()),
              List.of("auth", "list"))) {
        // Each command but the last ones renews its token, which is then in memory twice.
        vendor.expireTokens();
        for (String level : List.of("info", "trace")) {
          seen.append(run(level, command));
        }
      }
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          seen.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }

      assertThat(vendor.refreshes()).isGreaterThan(3);
      assertThat(seen.toString()).contains("Sign Up").doesNotContain(vendor.secrets());
    }
  }

  private void connect(FakeVendor vendor) {
    Connections connections = Connections.of(Settings.of(environment()), environment());
    ConnectRequest request =
        ConnectRequest.vendor("work", "mixpanel", Optional.empty()).at(vendor.url());
    try (Connection connection = connections.connect(request, Optional.of(r -> new Agreeing()))) {
      connection.useProject("3018488");
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "MP_CONFIG_PATH", home.resolve("config.toml").toString(),
        "MP_DATA_DIR", home.resolve("data").toString());
  }

  /** Returns what a process prints and what others see of it while it runs. */
  private String run(String level, List<String> command) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + level,
                "-cp",
                System.getProperty("java.class.path"),
                Mp.class.getName()));
    line.addAll(command);
    line.add("--verbose");
    Path output = home.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    StringBuilder shown = new StringBuilder();
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      shown.append(visible(process.pid()));
      process.descendants().forEach(child -> shown.append(visible(child.pid())));
    }
    String printed = Files.readString(output);
    Files.delete(output);
    assertThat(process.exitValue()).as(command + "\n" + printed).isBetween(0, 1);
    return shown + printed;
  }

  /** What the list of processes shows of one; empty where there is none, or it has ended. */
  private static String visible(long process) {
    Path folder = PROCESSES.resolve(Long.toString(process));
    try {
      return Files.readString(folder.resolve("cmdline"))
          + Files.readString(folder.resolve("environ"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** A visit to the vendor's page whose user agrees to everything. */
  private static final class Agreeing implements AuthorizationAgent.Visit {
    @Override
    public String redirectUri() {
      return "http://localhost:19284/callback";
    }

    @Override
    public Map<String, String> authorize(URI address, String state) {
      return AgreeingUser.visit(address);
    }

    @Override
    public void close() {
      // There is no listener to close.
    }
  }
}
