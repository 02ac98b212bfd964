package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A choice of profiles and of their properties (Mixpanel's engage query reference).
 *
 * @param where a filter in Mixpanel's expression language over profile properties
 * @param cohortId only the members of this saved cohort
 * @param cohortDefinition only the members of a cohort that is not saved: {@code did Purchase at
 *     least 3 times in the last 30 days}, or an object with {@code selector} and {@code behaviors}
 * @param includeAllUsers with a cohort: also members that have no profile
 * @param outputProperties only these properties; empty for all
 * @param distinctIds only these profiles, at most 2000; empty for all
 * @param groupId profiles of this group type instead of users; an id of project settings, which may
 *     be a negative number
 * @param behaviors a JSON list of objects with {@code window}, {@code name} and {@code
 *     event_selectors}, for use in {@code where}
 * @param asOfTimestamp profiles and cohorts as they were at this time, in seconds since 1970 UTC
 * @param search only profiles in which this text occurs, as the search of Mixpanel's page of users
 *     finds it
 */
@WithBuilder
public record ProfileQuery(
    @Param(help = Expressions.PROFILES_WHERE_HELP, suggests = Suggested.FILTER)
        Optional<String> where,
    @Param(help = "Only members of the saved cohort with this id") Optional<String> cohortId,
    @Param(
            help =
                "Only users who, as text: did EVENT at least 3 times in the last 30 days; or JSON")
        Optional<String> cohortDefinition,
    @Param(help = "With a cohort: also members without a profile") boolean includeAllUsers,
    @Param(help = "Only these properties") List<String> outputProperties,
    @Param(
            help = "Only profiles with these distinct ids, at most 2000",
            alias = "distinct_id",
            suggests = Suggested.USERS)
        List<String> distinctIds,
    @Param(help = "Profiles of this group type instead of users, by its id in project settings")
        Optional<String> groupId,
    @Param(
            help =
                "Behaviors for use in where, a list of objects with window, name and"
                    + " event_selectors")
        Optional<Json> behaviors,
    @Param(help = "As of this time, in seconds since 1970 UTC", alias = "as_of")
        Optional<Long> asOfTimestamp,
    @Param(help = "Only profiles with this text") Optional<String> search)
    implements ProfileQueryBuilder.With {
  private static final int MAX_DISTINCT_IDS = 2000;

  public ProfileQuery {
    where = behaviors.isEmpty() ? Expressions.whereUnchecked(where) : where;
    outputProperties = List.copyOf(outputProperties);
    distinctIds = List.copyOf(distinctIds);
    refuse(
        includeAllUsers && cohortId.isEmpty() && cohortDefinition.isEmpty(),
        "All members of a cohort are requested, but no cohort is given.",
        "Add the id of the cohort, or do not request its members without a profile.");
    refuse(
        cohortId.isPresent() && cohortDefinition.isPresent(),
        "A saved cohort and a definition of one are given.",
        "Use one of them.");
    refuse(
        behaviors.isPresent() && (cohortId.isPresent() || cohortDefinition.isPresent()),
        "Behaviors and a cohort cannot be combined.",
        "Use one of them.");
    refuse(
        behaviors.isPresent() && where.isEmpty(),
        "Behaviors select nothing by themselves.",
        "Add a filter that uses them, such as where = (behaviors[\"bought\"] > 0).");
    refuse(
        asOfTimestamp.filter(seconds -> seconds < 0).isPresent(),
        "The time " + asOfTimestamp.orElse(0L) + " is before 1970.",
        "Give it in seconds since 1970 UTC.");
    refuse(
        search.filter(String::isBlank).isPresent(),
        "The text to search for is empty.",
        "Give a text, or leave the search out.");
    refuse(
        distinctIds.size() > MAX_DISTINCT_IDS,
        distinctIds.size() + " distinct ids are given.",
        "Mixpanel takes at most " + MAX_DISTINCT_IDS + " in one query; split the list.");
    cohortId.ifPresent(ProfileQuery::checkCohortId);
    cohortDefinition.ifPresent(CohortFilter::parse);
  }

  /** Refuses an id that cannot be a cohort's. */
  static void checkCohortId(String id) {
    refuse(
        !id.matches("[0-9]{1,18}"),
        "The cohort id '" + id + "' is not a number.",
        Hint.of("{} lists the ids.", Reference.LIST_COHORTS));
  }

  /** Returns whether a cohort, saved or not, chooses the profiles. */
  boolean hasCohort() {
    return cohortId.isPresent() || cohortDefinition.isPresent();
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
            .field("filter_by_cohort", CohortFilter.filter(cohortId, cohortDefinition).orElse(null))
            // Mixpanel takes its absence for true, so it is always sent with a cohort.
            .field("include_all_users", hasCohort() ? includeAllUsers : null)
            .jsonField("output_properties", outputProperties.isEmpty() ? null : outputProperties)
            .field("data_group_id", groupId.orElse(null))
            .field("behaviors", behaviors.orElse(null))
            .field("as_of_timestamp", asOfTimestamp.orElse(null))
            .field("search", search.orElse(null));
    return switch (distinctIds.size()) {
      case 0 -> call;
      case 1 -> call.field("distinct_id", distinctIds.get(0));
      default -> call.jsonField("distinct_ids", distinctIds);
    };
  }

  /** Returns a query for all user profiles with all their properties. */
  public static ProfileQuery all() {
    return new ProfileQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
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
