package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.Source;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.Term;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The events that one query reads, each with what its expressions need, found once: a promoted
 * column where there is one, else the property's JSON. For one thread.
 */
final class EventRows implements PropertyReader {
  private static final String EVENT = "t";
  private static final String USER = "u";

  private final LocalCopy events;
  private final Supplier<LocalCopy> profiles;
  private final Map<String, String> columns = new LinkedHashMap<>();
  private Optional<LocalCopy> joined = Optional.empty();

  EventRows(LocalCopy events, Supplier<LocalCopy> profiles) {
    this.events = events;
    this.profiles = profiles;
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
    columns.forEach((sql, alias) -> select.column(sql, alias));
    return select.where(condition);
  }

  @Override
  public Term read(Accessor accessor) {
    Optional<EventField> field = EventField.of(accessor);
    if (field.isPresent()) {
      return switch (field.get()) {
        case TIME -> JsonTerms.time("event_time");
        case NAME -> JsonTerms.text(Optional.of("event_name"));
        case DISTINCT_ID -> JsonTerms.of(property(EVENT, "distinct_id"));
      };
    }
    return switch (accessor.source()) {
      case PROPERTIES, EVENT -> property(EVENT, events, accessor);
      case USER -> userProperty(accessor);
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw MixpanelDataException.invalidArgument(
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
        ? JsonTerms.text(Optional.of(column(USER + ".distinct_id")))
        : property(USER, copy, accessor);
  }

  private Term property(String alias, LocalCopy copy, Accessor accessor) {
    CatalogColumn promoted = copy.columns().get(accessor.name());
    if (promoted == null || !accessor.steps().isEmpty()) {
      String json = property(alias, accessor.name());
      return JsonTerms.of(
          accessor.steps().isEmpty() ? json : JsonTerms.inside(json, accessor.steps()));
    }
    String source = alias + "." + Identifiers.quote(promoted.column());
    Optional<String> rest =
        promoted.misfits() == 0 && promoted.nulls() == 0
            ? Optional.empty()
            : Optional.of(
                column(
                    "CASE WHEN "
                        + source
                        + " IS NULL THEN "
                        + JsonTerms.extraction(alias + ".properties", accessor.name())
                        + " END"));
    return JsonTerms.of(column(source), promoted.type(), rest, promoted.isExact());
  }

  private String property(String alias, String name) {
    return column(JsonTerms.extraction(alias + ".properties", name));
  }

  private String column(String sql) {
    return columns.computeIfAbsent(sql, s -> "p" + (columns.size() + 1));
  }
}
