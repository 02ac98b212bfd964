package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The members of a cohort. An event without an id belongs to no cohort, and so to the other users
 * of each one.
 */
final class CohortMembers {
  private final NaiveProject project;

  CohortMembers(NaiveProject project) {
    this.project = project;
  }

  /** Returns a test of whether an id is in the cohort. */
  Predicate<String> of(Cohort cohort) {
    if (cohort instanceof Cohort.Others others) {
      return of(others.cohort()).negate();
    }
    if (cohort instanceof Cohort.Both both) {
      return of(both.one()).and(of(both.other()));
    }
    if (cohort instanceof Cohort.Behavior behavior) {
      return whoDid(behavior.event(), behavior.atLeast(), project.within(behavior.range()));
    }
    if (cohort instanceof Cohort.RecentBehavior recent) {
      return whoDid(
          recent.event(),
          recent.atLeast(),
          event -> recent.days().isEmpty() || isInTheLast(recent.days().get(), event));
    }
    if (cohort instanceof Cohort.Named named) {
      return of(named.cohort());
    }
    if (cohort instanceof Cohort.Profiles profiles) {
      return project.profiled(profiles.where());
    }
    return project.mixpanels(cohort);
  }

  private boolean isInTheLast(int days, NaiveEvent event) {
    long end = project.until().orElseThrow().toEpochMilli();
    return event.timeMillis() < end && event.timeMillis() >= end - Duration.ofDays(days).toMillis();
  }

  private Predicate<String> whoDid(EventSelector event, int atLeast, Predicate<NaiveEvent> wanted) {
    Set<String> members = new HashSet<>();
    project
        .eventsByUser(project.selected(event.event(), event.where()).and(wanted))
        .forEach(
            (user, events) -> {
              if (events.size() >= atLeast) {
                members.add(user);
              }
            });
    return members::contains;
  }
}
