package dev.mixpaneldata.internal;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rules for names of tables. Every request that makes or fills a table checks the name when it
 * is built: no call is spent on a bad name, and no name becomes a path that leads elsewhere.
 */
public final class TableName {
  /** The schema of mixpanel-data's own tables. */
  public static final String OWN_SCHEMA = "mixpanel_data";

  private static final String OWN_PREFIX = "_mp";

  private static final Pattern USABLE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}");

  private static final int LONGEST_SHOWN = 80;

  /**
   * The most letters in a file's name: file systems take names of 255 bytes, a letter takes up to
   * four, and an extension follows.
   */
  private static final int MOST_LETTERS_IN_FILES = 50;

  private TableName() {}

  /**
   * Returns a name that a table may have: 1 to 63 letters, digits, {@code _} and {@code -}, not
   * beginning with {@code -} or {@code _mp}.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for any other
   *     name
   */
  public static String check(String name) {
    if (!USABLE.matcher(name).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The table name '" + printable(name) + "' cannot be used.",
          "Use 1 to 63 letters, digits, _ and -, not beginning with -, for example events_jan.");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(OWN_PREFIX) || lower.equals(OWN_SCHEMA)) {
      throw MixpanelDataException.invalidArgument(
          "The table name '" + name + "' is reserved for mixpanel-data.",
          "Choose a name that does not begin with "
              + OWN_PREFIX
              + " and is not "
              + OWN_SCHEMA
              + ".");
    }
    return name;
  }

  /** Returns the beginning of a file's name for a checked name. */
  public static String inFileName(String name) {
    String checked = check(name);
    return checked.codePointCount(0, checked.length()) <= MOST_LETTERS_IN_FILES
        ? checked
        : checked.substring(0, checked.offsetByCodePoints(0, MOST_LETTERS_IN_FILES));
  }

  private static String printable(String name) {
    String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    return shown.replaceAll("\\p{C}", "?");
  }
}
