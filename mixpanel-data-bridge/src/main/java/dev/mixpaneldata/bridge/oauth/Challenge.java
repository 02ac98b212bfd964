package dev.mixpaneldata.bridge.oauth;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says of the token that it wants: the parameters of the {@code Bearer} challenge in
 * {@code WWW-Authenticate} (RFC 9110, section 11.6.1).
 */
public record Challenge(Map<String, String> parameters) {
  /** Nothing was said. */
  public static final Challenge NONE = new Challenge(Map.of());

  public Challenge {
    parameters = Map.copyOf(parameters);
  }

  /** The Bearer challenge of these header values; {@link #NONE} where there is none. */
  public static Challenge parse(List<String> values) {
    for (String value : values) {
      Map<String, Map<String, String>> schemes = new Parser(value).schemes();
      if (schemes.containsKey("bearer")) {
        return new Challenge(schemes.get("bearer"));
      }
    }
    return NONE;
  }

  /** Where the metadata of the resource are. */
  public Optional<String> resourceMetadata() {
    return Optional.ofNullable(parameters.get("resource_metadata"));
  }

  /** The scopes that the request needs. */
  public List<String> scopes() {
    String text = parameters.getOrDefault("scope", "").strip();
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
  }

  /** Whether the token is good and its rights do not suffice. */
  public boolean isInsufficientScope() {
    return "insufficient_scope".equals(parameters.get("error"));
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    /** The parameters of each scheme. Values may be quoted and then hold commas. */
    Map<String, Map<String, String>> schemes() {
      Map<String, Map<String, String>> schemes = new LinkedHashMap<>();
      Map<String, String> current = new LinkedHashMap<>();
      while (skip(" \t,")) {
        String word = word();
        if (word.isEmpty()) {
          at++;
          continue;
        }
        skip(" \t");
        if (at < text.length() && text.charAt(at) == '=') {
          at++;
          skip(" \t");
          current.putIfAbsent(word.toLowerCase(Locale.ROOT), value());
        } else {
          current = new LinkedHashMap<>();
          schemes.putIfAbsent(word.toLowerCase(Locale.ROOT), current);
        }
      }
      return schemes;
    }

    private boolean skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at < text.length();
    }

    private String word() {
      int start = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private String value() {
      if (at >= text.length() || text.charAt(at) != '"') {
        int start = at;
        while (at < text.length() && " \t,".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        return text.substring(start, at);
      }
      StringBuilder value = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at));
      }
      at++;
      return value.toString();
    }
  }
}
