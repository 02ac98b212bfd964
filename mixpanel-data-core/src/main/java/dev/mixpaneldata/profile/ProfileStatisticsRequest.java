package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/**
 * Asks for a number about all profiles that match.
 *
 * @param property the property it is about; every aggregate but the count needs one
 * @param percentile which percentile, 1 to 99
 * @param cohortId only the members of this saved cohort
 * @param cohortDefinition only the members of a cohort that is not saved: {@code did Purchase at
 *     least 3 times in the last 30 days}, or an object with {@code selector} and {@code behaviors}
 * @param includeAllUsers with a cohort: also members that have no profile
 * @param byCohorts the ids of saved cohorts, to compute the number for the members of each
 * @param groupId profiles of this group type instead of users
 * @param asOfTimestamp profiles and cohorts as they were at this time, in seconds since 1970 UTC
 */
@WithBuilder
public record ProfileStatisticsRequest(
    @Param(help = "What to compute", defaultValue = "count") Aggregate aggregate,
    @Param(help = "Name of the numeric property to compute on", suggests = Suggested.PROPERTIES)
        Optional<String> property,
    @Param(help = "Which percentile, 1 to 99", defaultValue = "50") int percentile,
    @Param(help = Expressions.PROFILES_WHERE_HELP, suggests = Suggested.FILTER)
        Optional<String> where,
    @Param(help = "Only members of the saved cohort with this id") Optional<String> cohortId,
    @Param(
            help =
                "Only users who, as text: did EVENT at least 3 times in the last 30 days; or JSON")
        Optional<String> cohortDefinition,
    @Param(help = "With a cohort: also members without a profile") boolean includeAllUsers,
    @Param(help = "One number for each of these saved cohorts, by id") List<String> byCohorts,
    @Param(help = "Profiles of this type of group instead of users; its id in project settings")
        Optional<String> groupId,
    @Param(help = "As of this time, in seconds since 1970 UTC", alias = "as_of")
        Optional<Long> asOfTimestamp)
    implements ProfileStatisticsRequestBuilder.With {
  /** The numbers that can be computed. */
  public enum Aggregate {
    /** The number of profiles that match. */
    COUNT,
    /** The least and the greatest number. */
    EXTREMES,
    /** The number below which the given percentage of values lies. */
    PERCENTILE,
    /** Count, sum, mean and spread. */
    NUMERIC_SUMMARY
  }

  public ProfileStatisticsRequest {
    byCohorts = List.copyOf(byCohorts);
    // What chooses profiles is checked as in a query of profiles.
    query(cohortId, cohortDefinition, includeAllUsers, groupId, asOfTimestamp);
    byCohorts.forEach(ProfileQuery::checkCohortId);
    where = Expressions.where("where", where);
    Expressions.checkOn("property", property);
    if (property.isEmpty() && aggregate != Aggregate.COUNT) {
      throw MixpanelDataException.invalidArgument(
          "No property to compute on is given.", "Name a numeric property, or ask for the count.");
    }
    if (property.isPresent() && aggregate == Aggregate.COUNT) {
      throw MixpanelDataException.invalidArgument(
          "The number of profiles is not about a property, and '" + property.get() + "' is given.",
          "Leave the property out, count with a filter such as defined(properties[\"name\"]), or"
              + " choose another aggregate.");
    }
    if (percentile < 1 || percentile > 99) {
      throw MixpanelDataException.invalidArgument(
          "There is no percentile " + percentile + ".", "Choose 1 to 99.");
    }
  }

  private static ProfileQuery query(
      Optional<String> cohortId,
      Optional<String> cohortDefinition,
      boolean includeAllUsers,
      Optional<String> groupId,
      Optional<Long> asOfTimestamp) {
    return ProfileQuery.all()
        .with(
            q ->
                q.cohortId(cohortId)
                    .cohortDefinition(cohortDefinition)
                    .includeAllUsers(includeAllUsers)
                    .groupId(groupId)
                    .asOfTimestamp(asOfTimestamp));
  }

  /** Returns whether a cohort, saved or not, chooses the profiles. */
  boolean hasCohort() {
    return cohortId.isPresent() || cohortDefinition.isPresent();
  }

  /** Creates a request for the number of profiles. */
  public static ProfileStatisticsRequest of() {
    return new ProfileStatisticsRequest(
        Aggregate.COUNT,
        Optional.empty(),
        50,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
