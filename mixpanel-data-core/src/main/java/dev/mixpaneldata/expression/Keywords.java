package dev.mixpaneldata.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words with a meaning in the grammar, which cannot name a function. */
final class Keywords {
  static final Set<String> SOURCES =
      Arrays.stream(PropertySource.values())
          .map(PropertySource::word)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> RESERVED =
      Stream.concat(
              SOURCES.stream(),
              Stream.of("and", "or", "not", "in", "defined", "true", "false", "null", "undefined"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern FUNCTION_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Keywords() {}

  /** Returns whether the word is reserved, in any case. */
  static boolean reserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean canNameFunction(String word) {
    return FUNCTION_NAME.matcher(word).matches() && !reserved(word) && !word.equals(Now.NOW.name());
  }
}
