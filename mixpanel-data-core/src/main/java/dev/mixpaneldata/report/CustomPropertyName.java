package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name by which requests mean a custom property that Mixpanel keeps: {@code
 * $custom_property:42}. Custom events have names of this form at Mixpanel; for properties it is
 * ours.
 */
public final class CustomPropertyName {
  private static final Pattern NAME = Pattern.compile("\\$custom_property:(-?\\d{1,18})");

  private CustomPropertyName() {}

  /** Returns the name of the custom property with this id. */
  public static String of(long id) {
    return "$custom_property:" + id;
  }

  /** Returns whether an expression or a name mentions a custom property. */
  public static boolean isIn(String text) {
    return NAME.matcher(text).find();
  }

  /**
   * Returns the id in a name; empty if the name is that of a plain property.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the id is not positive
   */
  public static Optional<Long> idOf(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long id = Long.parseLong(matcher.group(1));
    Checks.refuse(id < 1, "The id of the custom property is " + id + ".", "Ids are positive.");
    return Optional.of(id);
  }
}
