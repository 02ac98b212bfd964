package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The events that a lake is for. All days of a lake have the same source.
 *
 * @param project the id of the Mixpanel project
 * @param region us, eu or in
 * @param timezone the zone whose calendar days the folders are
 * @param shifted whether {@code time} among the {@code properties} is the wall clock of that zone
 *     (projects created before 2023); {@code event_time} is UTC always
 * @param events the event names that were asked for; empty for all
 * @param where the filter expression that was sent to Mixpanel
 */
public record LakeSource(
    String project,
    String region,
    ZoneId timezone,
    boolean shifted,
    List<String> events,
    Optional<String> where) {
  public LakeSource {
    timezone = timezone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : timezone;
    events = events.stream().distinct().sorted().toList();
  }

  /**
   * Returns the source of a local table's rows.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the rows were fetched with a limit
   */
  public static LakeSource of(TableOrigin origin) {
    if (origin.limit().isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The events were fetched with a limit, so their days are incomplete.",
          "Fetch them without a limit first; a lake holds whole days.");
    }
    return new LakeSource(
        origin.projectId(),
        origin.region(),
        origin.projectZone().orElse(ZoneOffset.UTC),
        origin.projectZone().isPresent(),
        origin.events(),
        origin.where());
  }

  /** Returns the source as that of a table with these days. */
  public TableOrigin origin(DateRange range) {
    return new TableOrigin(
        project, region, Optional.of(range), events, where, Optional.empty(), shiftedInto());
  }

  /** Returns the zone that times among the properties are shifted into; empty if they are UTC. */
  public Optional<ZoneId> shiftedInto() {
    return shifted ? Optional.of(timezone) : Optional.empty();
  }

  /** Returns the time when a day begins. */
  Instant begin(LocalDate day) {
    return day.atStartOfDay(timezone).toInstant();
  }
}
