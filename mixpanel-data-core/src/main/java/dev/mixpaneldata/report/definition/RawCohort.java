package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.value.Json;
import java.util.List;

/**
 * A cohort that is not saved, in Mixpanel's own form: a {@code selector}, which is a tree of
 * conditions, and the {@code behaviors} that it names. The form is not documented; Mixpanel's
 * Python package sends it as {@code raw_cohort}.
 */
public final class RawCohort {
  private final ObjectNode behaviors = Clauses.object();

  private RawCohort() {}

  /**
   * Returns the definition of a cohort.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code CANNOT_ANSWER} if the form cannot
   *     say it
   */
  public static Json of(Cohort cohort) {
    return new Json(node(cohort).toString());
  }

  static ObjectNode node(Cohort cohort) {
    Cohort unnamed = cohort instanceof Cohort.Named named ? named.cohort() : cohort;
    if (unnamed instanceof Cohort.Defined defined) {
      return (ObjectNode) Mappers.read(defined.definition().text());
    }
    RawCohort raw = new RawCohort();
    ObjectNode selector = raw.selector(unnamed, true);
    ObjectNode definition = Clauses.object();
    definition.set(
        "selector", selector.has("children") ? selector : joined("and", List.of(selector)));
    definition.set("behaviors", raw.behaviors);
    return definition;
  }

  private static ObjectNode joined(String word, List<ObjectNode> children) {
    ObjectNode node = Clauses.object().put("operator", word);
    node.set("children", Clauses.list(children));
    return node;
  }

  private ObjectNode selector(Cohort cohort, boolean members) {
    if (cohort instanceof Cohort.Named named) {
      return selector(named.cohort(), members);
    }
    if (cohort instanceof Cohort.Others others) {
      return selector(others.cohort(), !members);
    }
    if (cohort instanceof Cohort.Both both) {
      return joined(
          members ? "and" : "or",
          List.of(selector(both.one(), members), selector(both.other(), members)));
    }
    if (cohort instanceof Cohort.Saved saved) {
      return Clauses.object()
          .put("property", "cohort")
          .put("value", saved.id())
          .put("operator", members ? "in" : "not in");
    }
    if (cohort instanceof Cohort.Behavior did) {
      ObjectNode behavior = behavior(did.event());
      behavior.put("from_date", did.range().from().toString());
      behavior.put("to_date", did.range().to().toString());
      return did(behavior, did.atLeast(), members);
    }
    if (cohort instanceof Cohort.RecentBehavior did) {
      ObjectNode behavior = behavior(did.event());
      int days =
          did.days()
              .orElseThrow(
                  () ->
                      Inexpressible.of(
                          "The cohort says what users did, but not when.",
                          "Add the days: in the last 30 days, or from 2026-01-01 to 2026-01-31"));
      behavior.putObject("window").put("unit", "day").put("value", days);
      return did(behavior, did.atLeast(), members);
    }
    if (cohort instanceof Cohort.Profiles profiles) {
      return ProfileNode.of(Expression.parse(profiles.where()), members);
    }
    throw Inexpressible.of(
        "A cohort in Mixpanel's own form cannot be joined with others.", "Give one cohort");
  }

  private static ObjectNode behavior(EventSelector event) {
    ObjectNode behavior = Clauses.object();
    ObjectNode count = behavior.putObject("count").put("type", "absolute");
    ObjectNode selected = count.putObject("event_selector").put("event", event.event());
    Filters filters = Filters.of(event.where());
    if (!filters.clauses().isEmpty()) {
      // An empty selector crashes Mixpanel's server.
      selected.set("selector", joined(filters.any() ? "or" : "and", filters.clauses()));
    }
    return behavior;
  }

  private ObjectNode did(ObjectNode behavior, int atLeast, boolean members) {
    String name = "bhvr_" + behaviors.size();
    behaviors.set(name, behavior);
    return Clauses.object()
        .put("property", "behaviors")
        .put("value", name)
        .put("operator", members ? ">=" : atLeast == 1 ? "==" : "<=")
        .put("operand", members ? atLeast : atLeast - 1);
  }
}
