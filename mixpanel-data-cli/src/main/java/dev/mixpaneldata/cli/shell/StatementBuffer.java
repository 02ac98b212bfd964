package dev.mixpaneldata.cli.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A buffer that collects lines until a statement is complete: at a semicolon outside quotes and
 * comments. A line that begins with a dot is a command of the shell and complete by itself.
 */
final class StatementBuffer {
  private final StringBuilder text = new StringBuilder();

  /** Adds a line and returns the statements that are complete now, without their semicolons. */
  List<String> add(String line) {
    if (text.toString().isBlank() && line.strip().startsWith(".")) {
      text.setLength(0);
      return List.of(line.strip());
    }
    text.append(line).append('\n');
    List<String> whole = new ArrayList<>();
    for (int end = end(text); end >= 0; end = end(text)) {
      String statement = text.substring(0, end).strip();
      text.delete(0, end + 1);
      if (!statement.isEmpty()) {
        whole.add(statement);
      }
    }
    return whole;
  }

  /** Returns the text after the last semicolon. */
  String rest() {
    return text.toString().strip();
  }

  void clear() {
    text.setLength(0);
  }

  /** Returns whether the text contains the end of a statement. */
  static boolean complete(CharSequence text) {
    return text.toString().isBlank() || text.toString().strip().startsWith(".") || end(text) >= 0;
  }

  private static int end(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = after(text, i + 1, String.valueOf(c));
      } else if (startsWith(text, i, "--")) {
        i = after(text, i, "\n");
      } else if (startsWith(text, i, "/*")) {
        i = after(text, i + 2, "*/") + 1;
      } else if (c == ';') {
        return i;
      }
    }
    return -1;
  }

  /** Returns the position after the closing mark, or the end of the text if the mark is missing. */
  private static int after(CharSequence text, int from, String mark) {
    int at = text.toString().indexOf(mark, from);
    return at < 0 ? text.length() : at;
  }

  private static boolean startsWith(CharSequence text, int at, String prefix) {
    return text.toString().startsWith(prefix, at);
  }
}
