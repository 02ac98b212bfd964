package dev.mixpaneldata.profile;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import java.util.List;
import java.util.Optional;

/**
 * Asks for profiles.
 *
 * @param limit the most profiles to give; 0 for all
 */
public record ProfileQueryRequest(
    @Param(help = "Only profiles that this expression is true for") Optional<String> where,
    @Param(help = "Only members of the saved cohort with this id") Optional<String> cohortId,
    @Param(help = "With a cohort: also members without a profile") boolean includeAllUsers,
    @Param(help = "Only these properties") List<String> outputProperties,
    @Param(help = "Only profiles with these distinct ids", alias = "distinct_id")
        List<String> distinctIds,
    @Param(help = "Profiles of this type of group instead of users; its id in project settings")
        Optional<String> groupId,
    @Param(help = "How many profiles to give at most; 0 for all", defaultValue = "100") int limit) {
  public ProfileQueryRequest {
    outputProperties = List.copyOf(outputProperties);
    distinctIds = List.copyOf(distinctIds);
    Expressions.checkWhere("where", where);
    if (limit < 0) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose 0 for all, or more.");
    }
  }

  /** The first 100 profiles. */
  public static ProfileQueryRequest of() {
    return new ProfileQueryRequest(
        Optional.empty(), Optional.empty(), false, List.of(), List.of(), Optional.empty(), 100);
  }

  public ProfileQueryRequest withWhere(String expression) {
    return new ProfileQueryRequest(
        Optional.of(expression),
        cohortId,
        includeAllUsers,
        outputProperties,
        distinctIds,
        groupId,
        limit);
  }

  /** At most so many profiles; 0 for all. */
  public ProfileQueryRequest withLimit(int profiles) {
    return new ProfileQueryRequest(
        where, cohortId, includeAllUsers, outputProperties, distinctIds, groupId, profiles);
  }

  /** The query without its limit; what does not go together is refused here. */
  public ProfileQuery query() {
    return new ProfileQuery(
        where,
        cohortId,
        includeAllUsers,
        outputProperties,
        distinctIds,
        groupId,
        Optional.empty(),
        Optional.empty());
  }
}
