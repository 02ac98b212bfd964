package dev.mixpaneldata.account;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a TOML file with its tables marked. One table can be changed without touching the
 * text around it. Understands headers and single-line values; the caller must parse the result
 * after an edit, since a header inside a multi-line value looks like any other.
 */
final class TomlSections {
  private static final String KEY = "(?:[A-Za-z0-9_-]+|\"[^\"\\\\]*\"|'[^']*')";
  private static final Pattern HEADER =
      Pattern.compile("\\s*\\[\\s*(" + KEY + "(?:\\s*\\.\\s*" + KEY + ")*)\\s*](\\s*(?:#.*)?)");
  private static final Pattern KEYS = Pattern.compile(KEY);
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private final List<String> lines;
  private final String lineEnd;

  TomlSections(String text) {
    lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    lines = new ArrayList<>(text.isEmpty() ? List.of() : List.of(text.split("\r?\n", -1)));
    if (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }

  String text() {
    return lines.isEmpty() ? "" : String.join(lineEnd, lines) + lineEnd;
  }

  /** Adds a table at the end. */
  void append(List<String> path, List<String> content) {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      lines.add("");
    }
    lines.add(header(path));
    lines.addAll(content);
  }

  /**
   * Removes a table and the tables inside it. Comments after the table's last value stay: they may
   * belong to what follows.
   */
  void remove(List<String> path) {
    for (int line = lines.size() - 1; line >= 0; line--) {
      List<String> found = path(lines.get(line));
      if (found.size() >= path.size() && found.subList(0, path.size()).equals(path)) {
        lines.subList(line, lastValue(line) + 1).clear();
        if (line > 0 && line < lines.size() && isBlank(line) && isBlank(line - 1)) {
          lines.remove(line);
        }
      }
    }
  }

  /** Renames a table, keeping a comment beside it. */
  void rename(List<String> from, List<String> to) {
    for (int line = 0; line < lines.size(); line++) {
      if (path(lines.get(line)).equals(from)) {
        Matcher header = HEADER.matcher(lines.get(line));
        lines.set(line, header(to) + (header.matches() ? header.group(2) : ""));
      }
    }
  }

  /** Sets a key before the first table to a value written as TOML, keeping a comment beside it. */
  void setTopLevel(String key, String value) {
    Pattern entry = entry(key);
    int last = -1;
    for (int line = 0; line < lines.size() && path(lines.get(line)).isEmpty(); line++) {
      Matcher match = entry.matcher(lines.get(line));
      if (match.matches()) {
        lines.set(line, match.group(1) + value + match.group(2));
        return;
      }
      last = isValue(line) ? line : last;
    }
    lines.add(last + 1, key + " = " + value);
    if (last < 0 && lines.size() > 1 && !isBlank(1)) {
      lines.add(1, "");
    }
  }

  /** Removes a key before the first table, but not a comment beside it. */
  void removeTopLevel(String key) {
    Pattern entry = entry(key);
    for (int line = 0; line < lines.size() && path(lines.get(line)).isEmpty(); line++) {
      Matcher match = entry.matcher(lines.get(line));
      if (match.matches()) {
        String comment = match.group(2).strip();
        if (comment.isEmpty()) {
          lines.remove(line);
        } else {
          lines.set(line, comment);
        }
        return;
      }
    }
  }

  /** Returns a text as a TOML string. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ' || letter == 0x7f) {
        quoted.append(String.format("\\u%04x", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }

  private static Pattern entry(String key) {
    return Pattern.compile(
        "(\\s*\"?" + key + "\"?\\s*=\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')(\\s*(?:#.*)?)");
  }

  private static String header(List<String> path) {
    List<String> keys =
        path.stream().map(key -> BARE.matcher(key).matches() ? key : quote(key)).toList();
    return "[" + String.join(".", keys) + "]";
  }

  /** Returns the path of the table that a line opens; empty if it opens none. */
  private static List<String> path(String line) {
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      return List.of();
    }
    return KEYS.matcher(header.group(1))
        .results()
        .map(result -> result.group().replaceAll("^[\"']|[\"']$", ""))
        .toList();
  }

  /**
   * Returns the last line of the table at {@code header} that is neither white space nor a comment.
   */
  private int lastValue(int header) {
    int last = header;
    for (int line = header + 1; line < lines.size() && path(lines.get(line)).isEmpty(); line++) {
      last = isValue(line) ? line : last;
    }
    return last;
  }

  private boolean isValue(int line) {
    return !isBlank(line) && !lines.get(line).stripLeading().startsWith("#");
  }

  private boolean isBlank(int line) {
    return lines.get(line).isBlank();
  }
}
