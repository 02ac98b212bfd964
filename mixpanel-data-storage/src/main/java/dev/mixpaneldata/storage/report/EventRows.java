package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.PropertySource;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.TypedSql;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The events that one query reads, each with the values that its expressions need. For one thread.
 */
final class EventRows implements PropertyReader {
  private static final String EVENT = "t";
  private static final String USER = "u";

  private final LocalCopy events;
  private final ProfileTables profiles;
  private final Optional<String> users;
  private final Projection columns = new Projection();
  private final Set<String> properties = new LinkedHashSet<>();
  private Optional<LocalCopy> joined = Optional.empty();

  /**
   * Creates rows of a table.
   *
   * @param users the condition on the ids whose events count, as SQL; empty for all
   */
  EventRows(LocalCopy events, ProfileTables profiles, Optional<String> users) {
    this.events = events;
    this.profiles = profiles;
    this.users = users;
  }

  /**
   * Returns the rows with {@code event_name, event_time, distinct_id} and the values that were read
   * before.
   */
  Select select(String condition) {
    events.inQuestion(condition);
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

  /** The properties of events that expressions have read so far. */
  Set<String> properties() {
    return properties;
  }

  @Override
  public TypedSql read(Accessor accessor) {
    Optional<EventField> field = EventField.of(accessor);
    if (field.isPresent()) {
      return switch (field.get()) {
        case TIME -> JsonTerms.time("event_time");
        case NAME -> JsonTerms.text(Optional.of("event_name"));
        case DISTINCT_ID -> JsonTerms.of(columns.property(EVENT, events, "distinct_id"));
      };
    }
    if (accessor.source() == PropertySource.PROPERTIES
        || accessor.source() == PropertySource.EVENT) {
      properties.add(accessor.name());
    }
    return switch (accessor.source()) {
      case PROPERTIES, EVENT -> columns.property(EVENT, events, accessor);
      case USER -> userProperty(accessor);
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw MixpanelDataException.cannotAnswer(
              accessor.source().word() + "[…] is known to Mixpanel alone.",
              accessor.source() == PropertySource.BEHAVIORS
                  ? "Give a cohort by behaviour instead, or ask Mixpanel."
                  : "Ask Mixpanel.");
    };
  }

  private TypedSql userProperty(Accessor accessor) {
    LocalCopy copy = profiles.get();
    joined = Optional.of(copy);
    return accessor.name().equals("$distinct_id") && accessor.steps().isEmpty()
        ? JsonTerms.text(Optional.of(columns.column(USER + ".distinct_id")))
        : columns.property(USER, copy, accessor);
  }
}
