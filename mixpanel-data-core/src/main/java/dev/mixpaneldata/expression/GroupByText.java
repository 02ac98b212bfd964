package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Distinguishes the bare name of a property from an expression. */
final class GroupByText {
  /** A text with {@code properties[} is meant as an expression, even if it has a mistake. */
  private static final Pattern READS_PROPERTY =
      Pattern.compile("(?<![\\p{L}\\p{N}_$])(" + String.join("|", Keywords.SOURCES) + ")\\s*\\[");

  /** One text in quotes and nothing else. */
  private static final Pattern QUOTED =
      Pattern.compile("\\s*(\"([^\"\\\\]|\\\\.)*\"|'([^'\\\\]|\\\\.)*')\\s*", Pattern.DOTALL);

  /** A known function with its parenthesis right behind it, from the beginning to the end. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\s*("
              + Arrays.stream(FunctionName.values())
                  .map(FunctionName::word)
                  .collect(Collectors.joining("|"))
              + "|defined)\\(.*\\)\\s*",
          Pattern.DOTALL);

  private GroupByText() {}

  static Expression read(String text) {
    if (text.isBlank()) {
      throw MixpanelDataException.invalidArgument(
          "The property to split on has no name.",
          "Give a name such as plan, or an expression such as number(properties[\"age\"]).");
    }
    if (READS_PROPERTY.matcher(text).find()) {
      return Expression.parse(text);
    }
    if (QUOTED.matcher(text).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The expression " + text.strip() + " is a constant, which splits nothing.",
          "Remove the quotes to split by the property of this name.");
    }
    if (CALL.matcher(text).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The expression " + text.strip() + " reads no property.",
          "Inside a call, write properties[\"name\"] instead of a bare name.");
    }
    return Expression.property(text);
  }
}
