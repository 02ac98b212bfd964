package dev.mixpaneldata.mcp.tool;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Titles of tools for people. */
public final class Titles {
  private static final Set<String> SHORT = Set.of("sql", "jql");

  private Titles() {}

  /** Returns the title of a name: {@code List property values} for {@code list_property_values}. */
  public static String of(String name) {
    String words =
        Arrays.stream(name.split("_"))
            .map(word -> SHORT.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
            .collect(Collectors.joining(" "));
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
