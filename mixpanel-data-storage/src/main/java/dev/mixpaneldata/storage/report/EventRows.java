package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.PropertySource;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.expression.PropertyReader;
import dev.mixpaneldata.storage.expression.TypedSql;
import dev.mixpaneldata.storage.index.EventIndex;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events that one query reads, each with the values that its expressions need. For one thread.
 */
final class EventRows implements PropertyReader {
  private static final String EVENT = "t";
  private static final String USER = "u";

  private final LocalCopy events;
  private final IndexUse index;
  private final ProfileTables profiles;
  private final Optional<String> users;
  private final Projection columns = new Projection("p");
  private final Projection userColumns = new Projection("u");
  private final Map<String, String> members = new LinkedHashMap<>();
  private final Set<String> properties = new LinkedHashSet<>();
  private Optional<LocalCopy> joined = Optional.empty();
  private Optional<EventIndex> source = Optional.empty();

  /**
   * Creates rows of a table.
   *
   * @param users the condition on the ids whose events count, as SQL; empty for all
   */
  EventRows(LocalCopy events, IndexUse index, ProfileTables profiles, Optional<String> users) {
    this.events = events;
    this.index = index;
    this.profiles = profiles;
    this.users = users;
  }

  /**
   * Returns the rows with {@code event_name, event_time, distinct_id} and the values that were read
   * before. {@code distinct_id} distinguishes users, and is NULL for events without one: it is the
   * id, or a number if the table's index has all that is read.
   */
  Select select(String condition) {
    source = index.with(columns.expressions());
    return source.map(found -> indexed(found, condition)).orElseGet(() -> plain(condition));
  }

  /** Returns the rows of the table itself, with ids as they are stored. */
  Select stored(String condition) {
    events.inQuestion(condition);
    Select select = from(events.quotedName()).column(EVENT + ".distinct_id", "distinct_id");
    join(select, EVENT + ".distinct_id");
    columns.addTo(select);
    userColumns.addTo(select);
    members.forEach((in, name) -> select.column(idOf(in), name));
    users.ifPresent(in -> select.where(idOf(in)));
    return select.where(condition);
  }

  private static String idOf(String in) {
    return "coalesce(" + EVENT + ".distinct_id, '') " + in;
  }

  private static String numberOf(EventIndex found, String in) {
    return "coalesce("
        + EVENT
        + ".distinct_id, "
        + EventIndex.NOBODY
        + ") IN (SELECT number FROM "
        + found.users()
        + " WHERE id "
        + in
        + ")";
  }

  private Select plain(String condition) {
    return stored(condition).replace("distinct_id", "nullif(" + EVENT + ".distinct_id, '')");
  }

  private Select indexed(EventIndex found, String condition) {
    Select select = from(found.rows()).column(EVENT + ".distinct_id", "distinct_id");
    if (joined.isPresent()) {
      select.join("LEFT JOIN " + found.users() + " n ON n.number = " + EVENT + ".distinct_id");
      join(select, "n.id");
    }
    columns.addTo(select, EVENT, found);
    userColumns.addTo(select);
    members.forEach((in, name) -> select.column(numberOf(found, in), name));
    users.ifPresent(in -> select.where(numberOf(found, in)));
    return select.where(condition);
  }

  private static Select from(String table) {
    return Select.from(table + " " + EVENT)
        .column(EVENT + ".event_name", "event_name")
        .column(EVENT + ".event_time", "event_time");
  }

  private void join(Select select, String id) {
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
                    + id));
  }

  /** Returns a query of users, by a column {@code distinct_id} of these rows, with their ids. */
  Select withIds(Select users) {
    return source
        .map(
            found ->
                Select.from("found")
                    .with("found", users)
                    .join("JOIN " + found.users() + " ON number = found.distinct_id")
                    .column("id", "distinct_id"))
        .orElse(users);
  }

  /**
   * Returns the column that shows whether an event's user is in a cohort.
   *
   * @param condition the condition that follows an id, as SQL
   */
  String member(String condition) {
    return members.computeIfAbsent(condition, in -> "m" + (members.size() + 1));
  }

  /** Returns the condition for rows that have any of the values that were read before. */
  String anyPresent() {
    return columns.anyPresent();
  }

  /** Returns whether a column that was read is known to have many values. */
  boolean areVaried() {
    return source.stream()
        .anyMatch(found -> columns.expressions().stream().anyMatch(found.varied()::contains));
  }

  /** Returns whether the columns that were read are known to have few values each. */
  boolean haveFewValues() {
    return source.isPresent() && !areVaried();
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
      case PROPERTIES, EVENT -> property(accessor);
      case USER -> userProperty(accessor);
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw MixpanelDataException.cannotAnswer(
              accessor.source().word() + "[…] is known to Mixpanel alone.",
              accessor.source() == PropertySource.BEHAVIORS
                  ? "Give a cohort by behaviour instead, or ask Mixpanel."
                  : "Ask Mixpanel.");
    };
  }

  private TypedSql property(Accessor accessor) {
    String json = JsonTerms.extraction(EVENT + ".properties", accessor.name());
    Optional<String> type =
        accessor.steps().isEmpty() && !events.columns().containsKey(accessor.name())
            ? index.type(json)
            : Optional.empty();
    return type.isEmpty()
        ? columns.property(EVENT, events, accessor)
        : JsonTerms.of(
            columns.column(JsonTerms.typed(json, type.get())), type.get(), Optional.empty(), true);
  }

  private TypedSql userProperty(Accessor accessor) {
    LocalCopy copy = profiles.get();
    joined = Optional.of(copy);
    return accessor.name().equals("$distinct_id") && accessor.steps().isEmpty()
        ? JsonTerms.text(Optional.of(userColumns.column(USER + ".distinct_id")))
        : userColumns.property(USER, copy, accessor);
  }
}
