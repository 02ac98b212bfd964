package dev.mixpaneldata.internal;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rules for properties that get columns of their own. Requests check them when they are built,
 * so that no fetch ends with a property that cannot be a column.
 */
public final class PropertyColumn {
  /** The greatest number of properties that a request may name. */
  public static final int MOST = 100;

  private static final int LONGEST_NAME = 100;

  private static final String OWN_PREFIX = "_mp_";

  /** The columns that each table has, and the engine's own, which a column would hide. */
  private static final Set<String> TAKEN =
      Set.of(
          "event_name",
          "event_time",
          "distinct_id",
          "insert_id",
          "last_seen",
          "properties",
          "rowid");

  private PropertyColumn() {}

  /** Returns whether a column can have the name of this property. */
  public static boolean canHave(String property) {
    String lower = property.toLowerCase(Locale.ROOT);
    return !property.isBlank()
        && property.length() <= LONGEST_NAME
        && !lower.startsWith(OWN_PREFIX)
        && !TAKEN.contains(lower)
        && property.codePoints().noneMatch(Character::isISOControl);
  }

  /**
   * Returns the properties if all of them can have columns.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} if there are more
   *     than {@value #MOST}, one cannot be a column, or two differ by upper and lower case alone
   */
  public static List<String> check(List<String> properties) {
    if (properties.size() > MOST) {
      throw MixpanelDataException.invalidArgument(
          properties.size() + " properties are too many.", "Name at most " + MOST + ".");
    }
    Set<String> names = new HashSet<>();
    for (String property : properties) {
      if (!canHave(property)) {
        throw MixpanelDataException.invalidArgument(
            "The property '" + Visible.line(property) + "' cannot have a column.",
            "Names of columns have 1 to "
                + LONGEST_NAME
                + " letters, do not begin with "
                + OWN_PREFIX
                + " and are not those of other columns, such as event_name.");
      }
      if (!names.add(property.toLowerCase(Locale.ROOT))) {
        throw MixpanelDataException.invalidArgument(
            "Two of the properties are named '" + property + "'.",
            "Name each once; names of columns do not differ by upper and lower case alone.");
      }
    }
    return List.copyOf(properties);
  }
}
