package dev.mixpaneldata.storage.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A table's index, attached to a connection. Users are numbers; events without a user have none.
 *
 * @param name the name of the attached file, in SQL
 * @param types the types of JSON that is of one type in all rows; its columns hold the values
 * @param columns the columns by what they hold: SQL over the table as {@code t}
 * @param varied those with so many values that grouping by them takes a table as large as the
 *     events
 */
public record EventIndex(
    String name, Map<String, String> types, Map<String, String> columns, Set<String> varied) {
  /** The number of users with an empty id or none, in the table of users. */
  public static final int NOBODY = 0;

  static EventIndex of(String name, IndexEntry entry) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < entry.columns().size(); i++) {
      columns.put(entry.columns().get(i), column(i));
    }
    return new EventIndex(name, entry.types(), columns, entry.varied());
  }

  static String column(int position) {
    return "c" + (position + 1);
  }

  /** Returns whether it holds all of these. */
  public boolean has(Collection<String> expressions) {
    return columns.keySet().containsAll(expressions);
  }

  /**
   * Returns the table with {@code event_name, event_time, distinct_id} and the columns; {@code
   * distinct_id} is the user's number or NULL.
   */
  public String rows() {
    return name + ".events";
  }

  /** Returns the table with the {@code number} and the {@code id} of each user. */
  public String users() {
    return name + ".users";
  }
}
