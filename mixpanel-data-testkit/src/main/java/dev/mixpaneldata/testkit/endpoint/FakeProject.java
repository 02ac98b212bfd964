package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.testkit.dataset.EventDays;
import dev.mixpaneldata.testkit.dataset.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The data and settings from which the endpoints answer. Immutable but for the clock.
 *
 * @param project the project
 * @param events its events, by day
 * @param profiles its user profiles, in the order served
 * @param clock the clock that decides which day is today
 * @param where evaluates {@code where} parameters
 * @param olderProjectZone set for a project created before 2023: its days and times are this zone's
 * @param maxDataHistoryDays the number of past days that the plan lets queries reach; empty for no
 *     bound
 * @param cohorts the distinct ids of each cohort, by its id
 * @param multiMember whether an export of several days is one gzip member a day
 * @param saved the entities that people have saved in the project
 * @param jql runs scripts
 * @param unknownProjectStatus the status that answers a foreign {@code project_id}
 */
public record FakeProject(
    Project project,
    EventDays events,
    List<Profile> profiles,
    Clock clock,
    WhereLanguage where,
    Optional<ZoneId> olderProjectZone,
    OptionalInt maxDataHistoryDays,
    Map<String, Set<String>> cohorts,
    boolean multiMember,
    SavedEntities saved,
    JqlRunner jql,
    int unknownProjectStatus) {

  /** Copies the collections. */
  public FakeProject {
    profiles = List.copyOf(profiles);
    cohorts = Map.copyOf(cohorts);
  }

  /** Returns the last day that may be exported: in UTC, or in the zone of an older project. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(olderProjectZone.orElse(ZoneOffset.UTC)));
  }
}
