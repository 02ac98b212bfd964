package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.Cohort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who is in a cohort. Nobody, who has no id, is in the others of each. */
final class Membership {
  private final NaiveProject project;

  Membership(NaiveProject project) {
    this.project = project;
  }

  /** Tells by the id. */
  Predicate<String> of(Cohort cohort) {
    if (cohort instanceof Cohort.Others others) {
      return of(others.cohort()).negate();
    }
    Set<String> members =
        cohort instanceof Cohort.Behavior behavior
            ? whoDid(behavior)
            : project.usersWith(((Cohort.Profiles) cohort).where());
    return members::contains;
  }

  private Set<String> whoDid(Cohort.Behavior cohort) {
    Map<String, Integer> counts = new HashMap<>();
    project
        .events(
            project
                .within(cohort.range())
                .and(NaiveEvent::hasUser)
                .and(project.selected(cohort.event().event(), cohort.event().where())))
        .forEach(event -> counts.merge(event.distinctId(), 1, Integer::sum));
    counts.values().removeIf(count -> count < cohort.atLeast());
    return new HashSet<>(counts.keySet());
  }
}
