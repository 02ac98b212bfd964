package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names in SQL, which cannot be bound: the one place that checks and quotes them. */
public final class Identifiers {
  /** Tables that a load is still filling are named with this; nobody else may use it. */
  public static final String STAGING_PREFIX = "_mp_";

  private static final Pattern TABLE_NAME =
      Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}");

  private Identifiers() {}

  /**
   * Gives back a name that a table may have: 1 to 63 letters, digits, {@code _} and {@code -}, not
   * beginning with {@code -} or {@code _mp}; all else is {@code INVALID_ARGUMENT}.
   */
  public static String checkTableName(String name) {
    if (!TABLE_NAME.matcher(name).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The table name '" + printable(name) + "' cannot be used.",
          "Use 1 to 63 letters, digits, _ and -, not beginning with -, for example events_jan.");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("_mp") || lower.equals(Catalog.SCHEMA)) {
      throw MixpanelDataException.invalidArgument(
          "The table name '" + name + "' is kept for mixpanel-data itself.",
          "Choose a name that does not begin with _mp and is not " + Catalog.SCHEMA + ".");
    }
    return name;
  }

  /** The name as an SQL identifier. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as an SQL string, for the few places where none can be bound. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String printable(String name) {
    String clean = name.replaceAll("\\p{C}", "?");
    return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
  }
}
