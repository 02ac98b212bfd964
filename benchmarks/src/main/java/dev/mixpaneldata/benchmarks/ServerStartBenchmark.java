package dev.mixpaneldata.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The MCP server over standard input and output, through its launcher: from the start to the answer
 * to {@code initialize}, and to the list of tools. The yardstick is {@code java -version}.
 * Arguments: the launcher and rounds.
 */
public final class ServerStartBenchmark {
  private static final String HELLO =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      {"jsonrpc":"2.0","id":2,"method":"tools/list"}
      """;

  /** Seconds from the start, and the length of the list in bytes. */
  private record Start(double initialized, double listed, int bytes) {}

  private ServerStartBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = arguments.length > 0 ? arguments[0] : "./mp_mcp";
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // The first start builds the launcher's archive of classes.
    start(launcher);
    List<Double> yardsticks = new ArrayList<>();
    List<Double> initialized = new ArrayList<>();
    List<Double> listed = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < rounds; i++) {
      yardsticks.add(seconds(java));
      Start start = start(launcher);
      initialized.add(start.initialized());
      listed.add(start.listed());
      bytes = start.bytes();
    }
    print("java -version", yardsticks);
    print("initialize answered", initialized);
    print("tools/list answered", listed);
    System.out.printf(
        Locale.ROOT,
        "ratio of the medians %.1f; tools/list %d bytes%n",
        median(initialized) / median(yardsticks),
        bytes);
  }

  /** ChildProcess looks every 20 ms; a JVM's start needs a finer clock. */
  private static double seconds(String java) throws IOException, InterruptedException {
    long start = System.nanoTime();
    new ProcessBuilder(java, "-version")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Start start(String launcher) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("benchmark");
    ProcessBuilder builder =
        new ProcessBuilder(launcher).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MP_DATA_DIR", home.toString());
    long start = System.nanoTime();
    Process server = builder.start();
    try (BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      server.getOutputStream().write(HELLO.getBytes(StandardCharsets.UTF_8));
      server.getOutputStream().flush();
      String hello = answers.readLine();
      double initialized = (System.nanoTime() - start) / 1e9;
      String list = answers.readLine();
      double listed = (System.nanoTime() - start) / 1e9;
      if (hello == null || list == null || !list.contains("\"tools\"")) {
        throw new IOException("The server did not answer: " + hello + list);
      }
      server.getOutputStream().close();
      return new Start(initialized, listed, list.getBytes(StandardCharsets.UTF_8).length);
    } finally {
      server.destroy();
      server.waitFor();
      Files.deleteIfExists(home);
    }
  }

  private static double median(List<Double> seconds) {
    return seconds.stream().sorted().toList().get(seconds.size() / 2);
  }

  private static void print(String what, List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: median %.3f s, from %.3f to %.3f%n",
        what,
        median(seconds),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
