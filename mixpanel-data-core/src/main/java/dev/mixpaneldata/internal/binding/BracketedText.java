package dev.mixpaneldata.internal.binding;

import java.util.ArrayList;
import java.util.List;

/** Text in which brackets and double quotes hold together what is between them. */
public final class BracketedText {
  private BracketedText() {}

  /** The parts between the commas that stand in no bracket and no quotes, blank ones left out. */
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

  /** Whether a bracket or quotes are not closed. */
  public static boolean isOpen(String text) {
    Reader reader = new Reader();
    text.chars().forEach(c -> reader.take((char) c));
    return !reader.isOutside();
  }

  /** Where in the text it stands. */
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
