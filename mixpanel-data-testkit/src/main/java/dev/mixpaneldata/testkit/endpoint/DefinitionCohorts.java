package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.value.Json;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The cohorts in definitions: saved at the project, or defined in place. */
final class DefinitionCohorts {
  private DefinitionCohorts() {}

  static boolean isCohort(JsonNode filter) {
    return filter.path("value").asText().equals("$cohorts");
  }

  /** Returns the users that the filters of a report keep; empty if they name no cohort. */
  static Optional<Cohort> of(JsonNode filters) throws Refusal {
    Optional<Cohort> all = Optional.empty();
    for (JsonNode filter : filters) {
      if (!isCohort(filter)) {
        continue;
      }
      JsonNode named = filter.path("filterValue").path(0).path("cohort");
      Cohort next = read(named);
      boolean outside = filter.path("filterOperator").asText().equals("does not contain");
      if (outside != named.path("negated").asBoolean()) {
        throw Refusal.badRequest("negated: the operator of the filter says otherwise");
      }
      all = Optional.of(all.map(known -> known.and(next)).orElse(next));
    }
    return all;
  }

  /** Returns the users of one side of a cohort. */
  static Cohort read(JsonNode named) throws Refusal {
    StrictKeys.check(
        named, Set.of("id", "raw_cohort", "name", "negated", "data_group_id", "groups"), "cohort");
    if (named.has("id") == named.has("raw_cohort")) {
      throw Refusal.badRequest("cohort: id or raw_cohort");
    }
    Cohort cohort =
        named.has("id")
            ? new Cohort.Saved(named.path("id").asLong())
            : new Cohort.Defined(new Json(named.path("raw_cohort").toString()));
    return named.path("negated").asBoolean() ? cohort.others() : cohort;
  }

  /** Returns the reports of a project with the members of its cohorts. */
  static NaiveReports reports(ReportSource source) {
    return source.reports().knowing(cohort -> members(source, cohort));
  }

  private static Predicate<String> members(ReportSource source, Cohort cohort) {
    try {
      if (cohort instanceof Cohort.Saved saved) {
        Set<String> members = source.world().cohorts().get(Long.toString(saved.id()));
        if (members == null) {
          throw Refusal.badRequest("Unknown cohort: " + saved.id());
        }
        return members::contains;
      }
      JsonNode definition = Mappers.read(((Cohort.Defined) cohort).definition().text());
      return CohortDefinition.members(source, definition)::contains;
    } catch (Refusal e) {
      throw new IllegalArgumentException(e);
    }
  }
}
