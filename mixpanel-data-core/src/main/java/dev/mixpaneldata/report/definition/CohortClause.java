package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.Cohort;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One side of a cohort in a report: its users, or the others.
 *
 * @param name the name that Mixpanel shows; the package sends the empty text without one
 * @param negated whether the users outside of it are meant
 */
record CohortClause(Cohort cohort, String name, boolean negated) {
  static CohortClause of(Cohort cohort) {
    if (cohort instanceof Cohort.Named named) {
      CohortClause inner = of(named.cohort());
      return new CohortClause(inner.cohort(), named.name(), inner.negated());
    }
    if (cohort instanceof Cohort.Others others) {
      CohortClause inner = of(others.cohort());
      return new CohortClause(inner.cohort(), inner.name(), !inner.negated());
    }
    return new CohortClause(cohort, "", false);
  }

  /** Returns the filters that keep the users of a cohort; none without one. */
  static List<ObjectNode> filters(Optional<Cohort> cohort) {
    return cohort.stream()
        .flatMap(CohortClause::both)
        .map(CohortClause::of)
        .map(CohortClause::filter)
        .toList();
  }

  private static Stream<Cohort> both(Cohort cohort) {
    return cohort instanceof Cohort.Both both
        ? Stream.concat(both(both.one()), both(both.other()))
        : Stream.of(cohort);
  }

  private ObjectNode filter() {
    ObjectNode filter = Clauses.object().put("resourceType", "events");
    filter.put("filterType", "list").put("defaultType", "list").put("value", "$cohorts");
    filter.put("filterOperator", negated ? "does not contain" : "contains");
    filter.putArray("filterValue").addObject().set("cohort", reference());
    return filter;
  }

  /** Returns the cohort with its name and side, as filters and flows take it. */
  ObjectNode reference() {
    ObjectNode reference = Clauses.object();
    if (cohort instanceof Cohort.Saved saved) {
      reference.put("id", saved.id());
    } else {
      reference.set("raw_cohort", RawCohort.node(cohort));
    }
    return reference.put("name", name).put("negated", negated);
  }
}
