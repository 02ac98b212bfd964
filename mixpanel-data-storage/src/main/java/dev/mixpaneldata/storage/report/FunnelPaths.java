package dev.mixpaneldata.storage.report;

import java.io.Serializable;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the rows of a funnel, one a user.
 *
 * @param selectors the number of steps and exclusions, whose bits stand beside the time
 * @param held whether the rows have values that are held constant
 * @param split whether the rows have segments
 * @param entry whether the first entry stands apart, other events of the first step alone are left
 *     out, and users without further events are one row
 */
record FunnelPaths(int selectors, boolean held, boolean split, boolean entry)
    implements Serializable {
  /** Returns the number of users who did nothing but enter, in a row of these; otherwise 0. */
  long onlookers(ResultSet row) throws SQLException {
    return entry && row.getArray("events") == null ? row.getLong("users") : 0;
  }

  UserPath read(ResultSet row) throws SQLException {
    long[] packed = events(row);
    if (!held && !split) {
      Arrays.sort(packed);
    }
    long[] times = new long[packed.length];
    long[] masks = new long[packed.length];
    for (int i = 0; i < packed.length; i++) {
      times[i] = packed[i] >> selectors;
      masks[i] = packed[i] & ((1L << selectors) - 1);
    }
    return new UserPath(
        times,
        masks,
        held ? texts(row.getArray("held")).toArray(String[]::new) : new String[0],
        split ? segments(row.getArray("segments")) : List.of());
  }

  private long[] events(ResultSet row) throws SQLException {
    Object[] events = (Object[]) row.getArray("events").getArray();
    long first = entry ? row.getLong("entry") : 0;
    // An entry that is another step, too, is among the events.
    int before = entry && (first & ((1L << selectors) - 1)) == 1 ? 1 : 0;
    long[] packed = new long[before + events.length];
    if (before == 1) {
      packed[0] = first;
    }
    for (int i = 0; i < events.length; i++) {
      packed[before + i] = (Long) events[i];
    }
    return packed;
  }

  private static List<List<String>> segments(Array array) throws SQLException {
    List<List<String>> segments = new ArrayList<>();
    for (Object inner : (Object[]) array.getArray()) {
      segments.add(texts((Array) inner));
    }
    return segments;
  }

  static List<String> texts(Array array) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (Object text : (Object[]) array.getArray()) {
      texts.add(String.valueOf(text));
    }
    return texts;
  }
}
