package dev.mixpaneldata.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program of this module in a JVM of its own, and measures it from outside. */
final class ChildProcess {
  /**
   * What a run took.
   *
   * @param seconds from start to end, JVM start included
   * @param peakMegabytes the greatest resident set, from /proc; 0 where there is none
   * @param output what it printed
   */
  record Measured(double seconds, long peakMegabytes, String output) {}

  private ChildProcess() {}

  static Measured java(List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return run(command);
  }

  static Measured run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of());
  }

  static Measured run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("benchmark", ".out");
    try {
      long start = System.nanoTime();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      long peak = 0;
      while (process.isAlive()) {
        peak = Math.max(peak, peakKilobytes(process.pid()));
        Thread.sleep(20);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      String text = Files.readString(output);
      if (process.exitValue() != 0) {
        throw new IOException("The measured program failed:\n" + text);
      }
      return new Measured(seconds, peak / 1024, text);
    } finally {
      Files.delete(output);
    }
  }

  private static long peakKilobytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
