package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which profiles, under the names of the Python server. */
record ProfileSelection(
    @Param(help = "Only profiles that this expression is true for") Optional<String> where,
    @Param(help = "Only members of this saved cohort") Optional<String> cohortId,
    @Param(help = "Only these properties") List<String> outputProperties,
    @Param(help = "Only this profile") Optional<String> distinctId,
    @Param(help = "Only these profiles") List<String> distinctIds,
    @Param(help = "Profiles of this group type instead of users") Optional<String> groupId,
    @Param(help = "JSON list of behaviors for use in where") Optional<Json> behaviors,
    @Param(help = "Time that behaviors count up to, in seconds since 1970")
        Optional<Long> asOfTimestamp,
    @Param(help = "With a cohort: also members without a profile") boolean includeAllUsers) {

  ProfileQuery query() {
    List<String> ids = new ArrayList<>(distinctIds);
    distinctId.ifPresent(ids::add);
    return new ProfileQuery(
        where, cohortId, includeAllUsers, outputProperties, ids, groupId, behaviors, asOfTimestamp);
  }
}
