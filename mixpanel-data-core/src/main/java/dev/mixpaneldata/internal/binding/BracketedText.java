package dev.mixpaneldata.internal.binding;

import java.util.ArrayList;
import java.util.List;

/** Text in which brackets and double quotes keep their content together. */
public final class BracketedText {
  private BracketedText() {}

  /** Returns the parts between commas outside brackets and quotes, without blank ones. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Reader reader = new Reader();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      reader.take(text.charAt(i));
      if (text.charAt(i) == ',' && reader.isOutside()) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /** Returns whether a bracket or a quotation is not closed. */
  public static boolean isOpen(String text) {
    Reader reader = new Reader();
    text.chars().forEach(c -> reader.take((char) c));
    return !reader.isOutside();
  }

  /** The position in a text, with its open brackets and quotes. */
  private static final class Reader {
    private int depth;
    private boolean quoted;
    private boolean escaped;

    void take(char c) {
      if (escaped) {
        escaped = false;
      } else if (quoted && c == '\\') {
        escaped = true;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '[' || c == '(' || c == '{' ? 1 : c == ']' || c == ')' || c == '}' ? -1 : 0;
      }
    }

    boolean isOutside() {
      return !quoted && depth == 0;
    }
  }
}
