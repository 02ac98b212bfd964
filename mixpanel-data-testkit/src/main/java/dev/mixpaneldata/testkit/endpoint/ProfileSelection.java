package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.dataset.Profile;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The profiles that the parameters of a query choose. */
final class ProfileSelection {
  private final ReportSource source;

  ProfileSelection(ReportSource source) {
    this.source = source;
  }

  /**
   * Returns the profiles in the order served.
   *
   * @param condition the name of the parameter with the condition
   */
  Collection<Profile> of(Arguments arguments, String condition) throws Refusal {
    Map<String, Profile> chosen = new LinkedHashMap<>();
    source.world().profiles().forEach(profile -> chosen.put(profile.distinctId(), profile));
    Optional<JsonNode> cohort = arguments.json("filter_by_cohort");
    if (cohort.isPresent()) {
      Set<String> members = members(cohort.get());
      if (arguments.flag("include_all_users", true)) {
        members.forEach(member -> chosen.putIfAbsent(member, Profile.empty(member)));
      }
      chosen.keySet().retainAll(members);
    }
    arguments
        .text("search")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .ifPresent(
            text ->
                chosen
                    .values()
                    .removeIf(
                        profile -> !profile.toString().toLowerCase(Locale.ROOT).contains(text)));
    Predicate<JsonNode> where = where(arguments.text(condition));
    chosen.values().removeIf(profile -> !where.test(profile.json()));
    return chosen.values();
  }

  /** Returns the distinct ids of a saved cohort, or of one that is defined here. */
  Set<String> members(JsonNode cohort) throws Refusal {
    Arguments.refuseOthers("filter_by_cohort", cohort, Set.of("id", "raw_cohort"));
    if (cohort.has("raw_cohort")) {
      return CohortDefinition.members(source, cohort.path("raw_cohort"));
    }
    Set<String> members = source.world().cohorts().get(cohort.path("id").asText());
    if (members == null) {
      throw Refusal.badRequest("Unknown cohort: " + cohort);
    }
    return members;
  }

  private Predicate<JsonNode> where(Optional<String> text) throws Refusal {
    try {
      return text.map(source.world().where()::parse).orElse(record -> true);
    } catch (IllegalArgumentException notUnderstood) {
      throw Refusal.badRequest("Invalid where: " + notUnderstood.getMessage());
    }
  }

  /** Returns the ids of cohorts that a number is split by: {@code {"7": true}}. */
  static List<String> splitBy(Arguments arguments) throws Refusal {
    return arguments
        .json("segment_by_cohorts")
        .map(
            cohorts ->
                cohorts.properties().stream()
                    .filter(cohort -> cohort.getValue().asBoolean())
                    .map(Map.Entry::getKey)
                    .toList())
        .orElse(List.of());
  }
}
