package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.dataset.WrittenDays;
import dev.mixpaneldata.testkit.dataset.WrittenProfiles;
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
 * What the endpoints answer from, and what they write to.
 *
 * @param project the project
 * @param events its events, by day
 * @param people its user profiles, in the order served
 * @param groups its group profiles, by the group's key, a zero character and its id
 * @param identities which ids lead to which user
 * @param lookupTables the CSV of each lookup table by its id
 * @param clock tells today
 * @param where evaluates {@code where} parameters
 * @param olderProjectZone set for a project created before 2023: its days and times are this zone's
 * @param maxDataHistoryDays the number of past days that the plan lets queries reach; empty for no
 *     bound
 * @param cohorts the distinct ids of each cohort, by its id
 * @param multiMember whether an export of several days is one gzip member a day
 * @param saved the entities that people have saved in the project
 * @param metrics the saved metrics and behaviors
 * @param businessContext what people wrote about the project
 * @param jql runs scripts
 * @param unknownProjectStatus the status that answers a foreign {@code project_id}
 */
public record FakeProject(
    Project project,
    WrittenDays events,
    WrittenProfiles people,
    WrittenProfiles groups,
    JoinedIdentities identities,
    Map<String, String> lookupTables,
    Clock clock,
    WhereLanguage where,
    Optional<ZoneId> olderProjectZone,
    OptionalInt maxDataHistoryDays,
    Map<String, Set<String>> cohorts,
    boolean multiMember,
    SavedEntities saved,
    SavedMetrics metrics,
    String businessContext,
    JqlRunner jql,
    int unknownProjectStatus) {

  /** Copies the collections. */
  public FakeProject {
    cohorts = Map.copyOf(cohorts);
  }

  /** The user profiles as they are now. */
  List<Profile> profiles() {
    return people.list();
  }

  /** The last day that may be exported: UTC's, or the zone's of an older project. */
  LocalDate today() {
    return LocalDate.now(clock.withZone(olderProjectZone.orElse(ZoneOffset.UTC)));
  }
}
