package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Grouping;
import java.util.List;
import java.util.Optional;

/** The breakdowns of a report. */
final class Groups {
  private Groups() {}

  static List<ObjectNode> all(List<Grouping> groupings) {
    return groupings.stream().map(Groups::of).toList();
  }

  /** Returns a breakdown of a report. */
  static ObjectNode of(Grouping by) {
    Optional<Cohort> cohort = by.users();
    if (cohort.isPresent()) {
      return cohort(CohortClause.of(cohort.get()), by);
    }
    Subject subject = Subject.on(by.property().orElseThrow());
    if (by.bucketSize().isEmpty()) {
      return subject.inGroup(false);
    }
    ObjectNode group = subject.inGroup(true);
    group
        .putObject("customBucket")
        .put("bucketSize", InsightsDefinition.number(by.bucketSize().get()))
        .put("min", InsightsDefinition.number(by.min().orElse(0.0)))
        .put("max", InsightsDefinition.number(by.max().orElse(0.0)));
    return group;
  }

  private static ObjectNode cohort(CohortClause cohort, Grouping by) {
    String name = by.cohortTitle();
    boolean others = by.others();
    ObjectNode group = Clauses.object();
    group.set("value", Clauses.texts(others ? List.of(name, by.outside()) : List.of(name)));
    group.put("resourceType", "events").putNull("profileType").put("search", "");
    group.putNull("dataGroupId").putNull("propertyType").putNull("typeCast");
    ArrayNode sides = group.putArray("cohorts").add(side(cohort, name, cohort.negated()));
    if (others) {
      sides.add(side(cohort, name, !cohort.negated()));
    }
    return group.put("isHidden", false);
  }

  private static ObjectNode side(CohortClause cohort, String name, boolean negated) {
    ObjectNode side = new CohortClause(cohort.cohort(), name, negated).reference();
    side.putNull("data_group_id");
    if (side.has("id")) {
      side.putArray("groups");
    }
    return side;
  }
}
