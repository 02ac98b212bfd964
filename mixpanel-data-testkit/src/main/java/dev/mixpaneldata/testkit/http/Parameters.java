package dev.mixpaneldata.testkit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Names with one or more values each, in order: a query string, a form, or headers. Immutable. */
public final class Parameters {

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns no parameters. */
  public static Parameters none() {
    return new Parameters(Map.of());
  }

  /** Decodes {@code a=1&b=2} as browsers encode it; a name without {@code =} has an empty value. */
  public static Parameters decode(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        add(values, unescape(name), unescape(value));
      }
    }
    return new Parameters(values);
  }

  /** Reads header lines {@code Name: value}; names are found in upper and lower case. */
  static Parameters headers(List<String> lines) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        add(values, line.substring(0, colon).trim(), line.substring(colon + 1).trim());
      }
    }
    return new Parameters(values);
  }

  /** Returns these values, and the other's for names that are missing here. */
  public Parameters orElse(Parameters other) {
    Map<String, List<String>> merged = new LinkedHashMap<>(other.values);
    merged.putAll(values);
    return new Parameters(merged);
  }

  /** Returns parameters with one value for each name. */
  public static Parameters of(Map<String, String> single) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    single.forEach((name, value) -> add(values, name, value));
    return new Parameters(values);
  }

  /** Returns the first value of a name. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** Returns every value of a name, in the order sent; empty if there is none. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Returns the names, in the order sent. */
  public Set<String> names() {
    return values.keySet();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    values.computeIfAbsent(name, missing -> new ArrayList<>()).add(value);
  }

  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
