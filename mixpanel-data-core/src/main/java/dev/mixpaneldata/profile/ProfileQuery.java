package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A choice of profiles and of their properties (Mixpanel's engage query reference).
 *
 * @param where a filter in Mixpanel's expression language over profile properties
 * @param cohortId only the members of this saved cohort
 * @param includeAllUsers with a cohort: also members that have no profile
 * @param outputProperties only these properties; empty for all
 * @param distinctIds only these profiles, at most 2000; empty for all
 * @param groupId profiles of this group type instead of users; an id of project settings, which may
 *     be a negative number
 * @param behaviors a JSON list of objects with {@code window}, {@code name} and {@code
 *     event_selectors}, for use in {@code where}
 * @param asOfTimestamp with behaviors: the time they are counted up to, in seconds since 1970 UTC
 */
@WithBuilder
public record ProfileQuery(
    @Param(help = Expressions.PROFILES_WHERE_HELP) Optional<String> where,
    @Param(help = "Only members of the saved cohort with this id") Optional<String> cohortId,
    @Param(help = "With a cohort: also members without a profile") boolean includeAllUsers,
    @Param(help = "Only these properties") List<String> outputProperties,
    @Param(help = "Only profiles with these distinct ids, at most 2000", alias = "distinct_id")
        List<String> distinctIds,
    @Param(help = "Profiles of this group type instead of users, by its id in project settings")
        Optional<String> groupId,
    @Param(
            help =
                "Behaviors for use in where, a list of objects with window, name and"
                    + " event_selectors")
        Optional<Json> behaviors,
    @Param(help = "With behaviors: count them up to this time, in seconds since 1970 UTC")
        Optional<Long> asOfTimestamp)
    implements ProfileQueryBuilder.With {
  private static final int MAX_DISTINCT_IDS = 2000;

  public ProfileQuery {
    where = behaviors.isEmpty() ? Expressions.whereUnchecked(where) : where;
    outputProperties = List.copyOf(outputProperties);
    distinctIds = List.copyOf(distinctIds);
    refuse(
        includeAllUsers && cohortId.isEmpty(),
        "All members of a cohort are requested, but no cohort is given.",
        "Add the id of the cohort, or do not request its members without a profile.");
    refuse(
        behaviors.isPresent() && cohortId.isPresent(),
        "Behaviors and a cohort cannot be combined.",
        "Use one of them.");
    refuse(
        behaviors.isPresent() && where.isEmpty(),
        "Behaviors select nothing by themselves.",
        "Add a filter that uses them, such as where = (behaviors[\"bought\"] > 0).");
    refuse(
        asOfTimestamp.isPresent() && behaviors.isEmpty(),
        "The time that behaviors count up to is given, but no behaviors are.",
        "Add behaviors, or leave the time out.");
    refuse(
        distinctIds.size() > MAX_DISTINCT_IDS,
        distinctIds.size() + " distinct ids are given.",
        "Mixpanel takes at most " + MAX_DISTINCT_IDS + " in one query; split the list.");
    cohortId.ifPresent(
        id ->
            refuse(
                !id.matches("[0-9]{1,18}"),
                "The cohort id '" + id + "' is not a number.",
                Hint.of("{} lists the ids.", Reference.LIST_COHORTS)));
  }

  /**
   * Returns the call that asks Mixpanel for the first page of these profiles, {@code POST
   * /api/query/engage}.
   */
  public Call call() {
    Call call =
        Call.post(ApiFamily.QUERY, "/engage")
            .idempotent()
            .field("where", where.orElse(null))
            .field("filter_by_cohort", cohortId.map(ProfileQuery::cohort).orElse(null))
            // Mixpanel takes its absence for true, so it is always sent with a cohort.
            .field("include_all_users", cohortId.isEmpty() ? null : includeAllUsers)
            .jsonField("output_properties", outputProperties.isEmpty() ? null : outputProperties)
            .field("data_group_id", groupId.orElse(null))
            .field("behaviors", behaviors.orElse(null))
            .field("as_of_timestamp", asOfTimestamp.orElse(null));
    return switch (distinctIds.size()) {
      case 0 -> call;
      case 1 -> call.field("distinct_id", distinctIds.get(0));
      default -> call.jsonField("distinct_ids", distinctIds);
    };
  }

  private static String cohort(String id) {
    return Mappers.write(Map.of("id", Long.parseLong(id)));
  }

  /** Returns a query for all user profiles with all their properties. */
  public static ProfileQuery all() {
    return new ProfileQuery(
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void refuse(boolean wrong, String message, String hint) {
    refuse(wrong, message, Hint.of(hint));
  }

  private static void refuse(boolean wrong, String message, Hint hint) {
    if (wrong) {
      throw MixpanelDataException.invalidArgument(message, hint);
    }
  }
}
