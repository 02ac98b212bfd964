package dev.mixpaneldata.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The standard streams that are a terminal, and the width of that terminal.
 *
 * @param input whether a person can answer questions
 * @param output whether a person reads the data
 * @param error whether a person reads notices and errors
 * @param width columns of text
 */
public record Terminal(boolean input, boolean output, boolean error, int width) {
  private static final int DEFAULT_WIDTH = 80;

  /** No stream is a terminal, as in a pipe between programs. */
  public static final Terminal NONE = new Terminal(false, false, false, DEFAULT_WIDTH);

  /**
   * Detects the terminal. The launcher sets the property {@code mp.terminal} to the streams that
   * are one ("0", "1", "2"); without it the system is asked. Java itself cannot distinguish the
   * streams.
   */
  public static Terminal detect(Map<String, String> environment) {
    String told = System.getProperty("mp.terminal");
    return new Terminal(is(told, 0), is(told, 1), is(told, 2), width(environment.get("COLUMNS")));
  }

  private static boolean is(@org.jspecify.annotations.Nullable String told, int stream) {
    if (told != null) {
      return told.contains(Integer.toString(stream));
    }
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return System.console() != null;
    }
  }

  private static int width(@org.jspecify.annotations.Nullable String columns) {
    try {
      int width = columns == null ? DEFAULT_WIDTH : Integer.parseInt(columns.strip());
      return width >= 20 ? width : DEFAULT_WIDTH;
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
