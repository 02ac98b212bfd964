package dev.mixpaneldata.storage.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table's index, attached to a connection. Users are numbers; events without a user have none.
 *
 * @param name the name of the attached file, in SQL
 * @param types the types of JSON that is of one type in all rows; its columns hold the values
 * @param columns the columns by what they hold: SQL over the table as {@code t}
 */
public record EventIndex(String name, Map<String, String> types, Map<String, String> columns) {
  /** The number of users with an empty id or none, in the table of users. */
  public static final int NOBODY = 0;

  static EventIndex of(String name, Map<String, String> types, List<String> expressions) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < expressions.size(); i++) {
      columns.put(expressions.get(i), column(i));
    }
    return new EventIndex(name, types, columns);
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
