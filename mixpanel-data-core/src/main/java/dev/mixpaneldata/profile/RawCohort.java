package dev.mixpaneldata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;

/**
 * A cohort that is not saved, in Mixpanel's own form: a {@code selector}, which is a tree of
 * conditions, and the {@code behaviors} that it names. The form is not documented; Mixpanel's
 * Python package sends it as {@code raw_cohort}.
 */
final class RawCohort {
  private static final String BEHAVIOR = "bhvr_0";

  private RawCohort() {}

  /**
   * Reads a definition in JSON, or what users did.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is neither
   */
  static JsonNode parse(String text) {
    return text.strip().startsWith("{") ? json(text) : of(Cohort.parse(text), true);
  }

  private static JsonNode json(String text) {
    JsonNode definition =
        JsonText.isJson(text) ? Mappers.read(text) : JsonNodeFactory.instance.objectNode();
    if (!definition.path("selector").isObject()) {
      throw MixpanelDataException.invalidArgument(
          "The definition of the cohort is not a JSON object with a selector.",
          "Write it as {\"selector\": {\"operator\": \"and\", \"children\": [...]},"
              + " \"behaviors\": {...}}.");
    }
    return definition;
  }

  private static JsonNode of(Cohort cohort, boolean members) {
    if (cohort instanceof Cohort.Others others) {
      return of(others.cohort(), !members);
    }
    if (cohort instanceof Cohort.RecentBehavior did) {
      int days =
          did.days()
              .orElseThrow(
                  () ->
                      refused(
                          "The cohort says what users did, but not when.",
                          "Add the days: in the last 30 days, or from 2026-01-01 to 2026-01-31."));
      ObjectNode behavior = JsonNodeFactory.instance.objectNode();
      behavior.putObject("window").put("unit", "day").put("value", days);
      return did(did.event(), did.atLeast(), members, behavior);
    }
    if (cohort instanceof Cohort.Behavior did) {
      DateRange range = did.range();
      ObjectNode behavior =
          JsonNodeFactory.instance
              .objectNode()
              .put("from_date", range.from().toString())
              .put("to_date", range.to().toString());
      return did(did.event(), did.atLeast(), members, behavior);
    }
    throw refused(
        "The cohort is a condition on profiles.",
        "Give it as the filter, or write what users did: did EVENT at least 3 times in the last"
            + " 30 days.");
  }

  private static JsonNode did(
      EventSelector event, int atLeast, boolean members, ObjectNode behavior) {
    if (event.where().isPresent()) {
      throw refused(
          "The cohort filters the event " + event.event() + " by its properties.",
          "Save the cohort at Mixpanel and give its id, or give its definition as JSON.");
    }
    ObjectNode count = behavior.putObject("count").put("type", "absolute");
    count.putObject("event_selector").put("event", event.event());
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    ObjectNode selector = definition.putObject("selector").put("operator", "and");
    selector
        .putArray("children")
        .addObject()
        .put("property", "behaviors")
        .put("value", BEHAVIOR)
        .put("operator", members ? ">=" : atLeast == 1 ? "==" : "<=")
        .put("operand", members ? atLeast : atLeast - 1);
    definition.putObject("behaviors").set(BEHAVIOR, behavior);
    return definition;
  }

  /** Returns the value of {@code filter_by_cohort}; empty if no cohort chooses the profiles. */
  static Optional<String> filter(Optional<String> cohortId, Optional<String> definition) {
    ObjectNode filter = JsonNodeFactory.instance.objectNode();
    cohortId.ifPresent(id -> filter.put("id", Long.parseLong(id)));
    definition.ifPresent(text -> filter.set("raw_cohort", parse(text)));
    return filter.isEmpty() ? Optional.empty() : Optional.of(filter.toString());
  }

  private static MixpanelDataException refused(String message, String hint) {
    return MixpanelDataException.invalidArgument(message, hint);
  }
}
