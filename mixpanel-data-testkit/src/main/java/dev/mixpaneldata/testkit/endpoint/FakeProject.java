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
 * What the endpoints answer from. Immutable but for the clock.
 *
 * @param project the project
 * @param events its events, by day
 * @param profiles its user profiles, in the order served
 * @param clock tells today
 * @param where evaluates {@code where} parameters
 * @param olderProjectZone set for a project created before 2023: its days and times are this zone's
 * @param maxDataHistoryDays how far back the plan lets queries go; empty for no bound
 * @param cohorts the distinct ids of each cohort, by its id
 * @param multiMember whether an export of several days is one gzip member a day
 * @param saved what people have saved in the project
 * @param jql runs scripts
 * @param unknownProjectStatus what a foreign {@code project_id} is answered with
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

  /** The last day that may be exported: UTC's, or the zone's of an older project. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(olderProjectZone.orElse(ZoneOffset.UTC)));
  }
}
