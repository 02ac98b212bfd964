package dev.mixpaneldata.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.definition.RawCohort;
import java.util.Optional;

/** The cohort whose profiles are asked for. */
final class CohortFilter {
  private CohortFilter() {}

  /**
   * Reads a definition in JSON, or what users did.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is neither
   */
  static JsonNode parse(String text) {
    Cohort cohort = Cohort.parse(text);
    if (cohort instanceof Cohort.Profiles) {
      throw MixpanelDataException.invalidArgument(
          "The cohort is a condition on profiles.",
          "Give it as the filter, or write what users did: did EVENT at least 3 times in the last"
              + " 30 days.");
    }
    return Mappers.read(RawCohort.of(cohort).text());
  }

  /** Returns the value of {@code filter_by_cohort}; empty if no cohort chooses the profiles. */
  static Optional<String> filter(Optional<String> cohortId, Optional<String> definition) {
    ObjectNode filter = JsonNodeFactory.instance.objectNode();
    cohortId.ifPresent(id -> filter.put("id", Long.parseLong(id)));
    definition.ifPresent(text -> filter.set("raw_cohort", parse(text)));
    return filter.isEmpty() ? Optional.empty() : Optional.of(filter.toString());
  }
}
