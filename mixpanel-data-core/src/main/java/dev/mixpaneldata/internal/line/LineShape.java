package dev.mixpaneldata.internal.line;

import java.util.List;

/**
 * The relevant keys of a kind of line.
 *
 * @param nameKey the key at the top that names the row
 * @param nameMayBeNumber whether its value may be a number; otherwise it is a text
 * @param objectKey the key at the top whose value is the object of properties
 * @param fields keys inside that object, in the order of their slots
 */
public record LineShape(
    String nameKey, boolean nameMayBeNumber, String objectKey, List<String> fields) {
  /** The slot of the value of {@link #nameKey()}. */
  public static final int NAME = 0;

  /** The slot of the object of properties. */
  public static final int PROPERTIES = 1;

  /** The slot of the first of {@link #fields()}; the others follow. */
  public static final int FIRST_FIELD = 2;

  /** In {@link #EVENT}: the slot of {@code time}. */
  public static final int TIME = FIRST_FIELD;

  /** In {@link #EVENT}: the slot of {@code distinct_id}. */
  public static final int DISTINCT_ID = FIRST_FIELD + 1;

  /** In {@link #EVENT}: the slot of {@code $insert_id}. */
  public static final int INSERT_ID = FIRST_FIELD + 2;

  /** In {@link #EVENT}: the slot of {@code mp_processing_time_ms}. */
  public static final int PROCESSING_TIME = FIRST_FIELD + 3;

  /** In {@link #PROFILE}: the slot of {@code $last_seen}. */
  public static final int LAST_SEEN = FIRST_FIELD;

  /** A line of the raw export. */
  public static final LineShape EVENT =
      new LineShape(
          "event",
          false,
          "properties",
          List.of("time", "distinct_id", "$insert_id", "mp_processing_time_ms"));

  /** A profile of the answer to an engage query, on its own line; old ids may be numbers. */
  public static final LineShape PROFILE =
      new LineShape("$distinct_id", true, "$properties", List.of("$last_seen"));

  public LineShape {
    fields = List.copyOf(fields);
  }
}
