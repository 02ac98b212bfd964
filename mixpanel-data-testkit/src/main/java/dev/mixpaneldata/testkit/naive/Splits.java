package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a report is split by, event by event. */
final class Splits {
  private final NaiveProject project;
  private final List<Grouping> groupings;
  private final Map<Cohort, Predicate<String>> cohorts = new HashMap<>();

  Splits(NaiveProject project, List<Grouping> groupings) {
    this.project = project;
    this.groupings = groupings;
  }

  /** Returns the split of a report; empty if it is not split. */
  static Optional<Splits> of(NaiveProject project, List<Grouping> groupings) {
    return groupings.isEmpty() ? Optional.empty() : Optional.of(new Splits(project, groupings));
  }

  /**
   * Returns the names of the segments of an event; none if it is in no cohort that is asked for.
   */
  Set<String> segments(NaiveEvent event) {
    Set<String> names = new LinkedHashSet<>();
    places(event, groupings.size()).forEach(place -> names.add(Grouping.joined(place)));
    return names;
  }

  /** Returns the places of an event among the segments of a level. */
  Set<List<String>> places(NaiveEvent event, int level) {
    Set<List<String>> places = new LinkedHashSet<>();
    places.add(List.of());
    for (Grouping by : groupings.subList(0, level)) {
      Set<List<String>> deeper = new LinkedHashSet<>();
      for (List<String> place : places) {
        for (String name : names(by, event)) {
          List<String> longer = new ArrayList<>(place);
          longer.add(name);
          deeper.add(List.copyOf(longer));
        }
      }
      places = deeper;
    }
    return places;
  }

  private Set<String> names(Grouping by, NaiveEvent event) {
    if (by.users().isPresent()) {
      if (isMember(by.users().get(), event)) {
        return Set.of(by.cohortTitle());
      }
      return by.others() ? Set.of(by.outside()) : Set.of();
    }
    String property = by.property().orElseThrow();
    if (by.bucketSize().isEmpty()) {
      return project.breakdown(property).segments(event);
    }
    if (!(project.value(Expression.on(property), event) instanceof Value.Numeric number)) {
      return Set.of("undefined");
    }
    if (number.value() < by.min().orElseThrow()) {
      return Set.of(by.below());
    }
    if (number.value() >= by.max().orElseThrow()) {
      return Set.of(by.above());
    }
    double since = number.value() - by.min().orElseThrow();
    return Set.of(by.range((long) Math.floor(since / by.bucketSize().get())));
  }

  private boolean isMember(Cohort cohort, NaiveEvent event) {
    return cohorts
        .computeIfAbsent(cohort, c -> new CohortMembers(project).of(c))
        .test(event.distinctId());
  }
}
