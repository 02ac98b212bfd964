package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.Source;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.Term;
import java.util.Optional;
import java.util.function.Supplier;

/** The events that one query reads, each with what its expressions need. For one thread. */
final class EventRows implements PropertyReader {
  private static final String EVENT = "t";
  private static final String USER = "u";

  private final LocalCopy events;
  private final Supplier<LocalCopy> profiles;
  private final Optional<String> users;
  private final Projection columns = new Projection();
  private Optional<LocalCopy> joined = Optional.empty();

  /**
   * Rows of a table.
   *
   * @param users SQL of the ids whose events alone count, as a condition; empty for all
   */
  EventRows(LocalCopy events, Supplier<LocalCopy> profiles, Optional<String> users) {
    this.events = events;
    this.profiles = profiles;
    this.users = users;
  }

  /** The rows with {@code event_name, event_time, distinct_id} and what was read before. */
  Select select(String condition) {
    Select select = Select.from(events.quotedName() + " " + EVENT);
    joined.ifPresent(
        copy ->
            select.join(
                "LEFT JOIN "
                    + copy.quotedName()
                    + " "
                    + USER
                    + " ON "
                    + USER
                    + ".distinct_id = "
                    + EVENT
                    + ".distinct_id"));
    select.column(EVENT + ".event_name", "event_name");
    select.column(EVENT + ".event_time", "event_time");
    select.column(EVENT + ".distinct_id", "distinct_id");
    columns.addTo(select);
    users.ifPresent(in -> select.where("coalesce(" + EVENT + ".distinct_id, '') " + in));
    return select.where(condition);
  }

  @Override
  public Term read(Accessor accessor) {
    Optional<EventField> field = EventField.of(accessor);
    if (field.isPresent()) {
      return switch (field.get()) {
        case TIME -> JsonTerms.time("event_time");
        case NAME -> JsonTerms.text(Optional.of("event_name"));
        case DISTINCT_ID -> JsonTerms.of(columns.property(EVENT, "distinct_id"));
      };
    }
    return switch (accessor.source()) {
      case PROPERTIES, EVENT -> columns.property(EVENT, events, accessor);
      case USER -> userProperty(accessor);
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw MixpanelDataException.cannotAnswer(
              accessor.source().word() + "[…] is known to Mixpanel alone.",
              accessor.source() == Source.BEHAVIORS
                  ? "Give a cohort by behaviour instead, or ask Mixpanel."
                  : "Ask Mixpanel.");
    };
  }

  private Term userProperty(Accessor accessor) {
    LocalCopy copy = profiles.get();
    joined = Optional.of(copy);
    return accessor.name().equals("$distinct_id") && accessor.steps().isEmpty()
        ? JsonTerms.text(Optional.of(columns.column(USER + ".distinct_id")))
        : columns.property(USER, copy, accessor);
  }
}
