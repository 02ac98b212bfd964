package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events that an export asks for.
 *
 * @param from the first day, inclusive
 * @param to the last day, inclusive
 * @param events the wanted names; empty for all
 * @param where the wanted records; empty for all
 * @param limit the highest number of lines
 * @param milliseconds whether times are in milliseconds instead of seconds
 */
record ExportSelection(
    LocalDate from,
    LocalDate to,
    Optional<Set<String>> events,
    Optional<Predicate<JsonNode>> where,
    int limit,
    boolean milliseconds) {

  /** Returns whether lines can be sent without reading them. */
  boolean takesWholeDays() {
    return events.isEmpty() && where.isEmpty() && limit == Integer.MAX_VALUE && milliseconds;
  }
}
