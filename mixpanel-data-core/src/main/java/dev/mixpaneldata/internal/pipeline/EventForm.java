package dev.mixpaneldata.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The forms in which Mixpanel writes events to files, each known by the column that names the
 * event. Names of columns are those of Mixpanel's documentation, in upper or lower case, as
 * warehouses write them.
 */
enum EventForm {
  /** Lines of the raw export, which raw pipelines write, too. */
  RAW("event", Map.of(), "properties"),

  /** JSON pipelines: a few columns and the object of all properties. */
  JSON(
      "event_name",
      Map.of(
          "insert_id", "$insert_id",
          "device_id", "$device_id",
          "user_id", "$user_id"),
      "properties"),

  /** Schematized pipelines with one table for all events: a column for each property. */
  SCHEMATIZED(
      "mp_event_name",
      Map.of(
          "mp_insert_id", "$insert_id",
          "mp_device_id", "$device_id",
          "mp_user_id", "$user_id"),
      "mp_properties");

  /** The column of the time, in all forms but the raw one. */
  static final String TIME = "time";

  private final String event;
  private final Map<String, String> renamed;
  private final String nested;

  EventForm(String event, Map<String, String> renamed, String nested) {
    this.event = event;
    this.renamed = renamed;
    this.nested = nested;
  }

  /**
   * Returns the form of a file by one of its rows.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the columns, if it has no form that
   *     is known
   */
  static EventForm of(JsonNode row, String file) {
    List<String> columns = new ArrayList<>();
    row.fieldNames().forEachRemaining(columns::add);
    for (EventForm form : values()) {
      boolean hasTime = form == RAW ? row.path(form.nested).isObject() : has(columns, TIME);
      if (has(columns, form.event) && hasTime) {
        return form;
      }
    }
    throw MixpanelDataException.invalidArgument(
        "The file "
            + file
            + " has no events in a form that is known. Its columns are: "
            + Visible.line(String.join(", ", columns))
            + ".",
        "Known are event with properties (raw export), event_name with time (JSON pipelines) and"
            + " mp_event_name with time (schematized pipelines with one table for all events)."
            + " Rename the columns, or import the file into a project.");
  }

  private static boolean has(List<String> columns, String name) {
    return columns.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** Returns whether a column names the event. */
  boolean isEvent(String column) {
    return column.equalsIgnoreCase(event);
  }

  /** Returns whether a column holds an object of properties. */
  boolean isNested(String column) {
    return column.equalsIgnoreCase(nested);
  }

  /** Returns the property that a column is, if it is one of those that Mixpanel names itself. */
  Optional<String> own(String column) {
    String lower = column.toLowerCase(Locale.ROOT);
    return lower.equals("distinct_id")
        ? Optional.of(lower)
        : Optional.ofNullable(renamed.get(lower));
  }
}
