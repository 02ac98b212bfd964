package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.profile.ProfileList;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatistics;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import java.util.List;

/** Questions about profiles, as operations. */
public final class ProfileOperations {
  public static final OperationSpec<ProfileQueryRequest, ProfileList> QUERY_PROFILES =
      new OperationSpec<>(
          "query_profiles",
          "query profiles",
          "Profiles that match a filter or are in a cohort",
          Family.REPORTS,
          Effect.READ,
          ProfileQueryRequest.class,
          ResultType.of(ProfileList.class),
          (context, request) -> context.workspace().profiles().query(request));

  public static final OperationSpec<ProfileStatisticsRequest, ProfileStatistics>
      PROFILE_STATISTICS =
          new OperationSpec<>(
              "profile_statistics",
              "query profile-statistics",
              "A statistic over all profiles that match",
              Family.REPORTS,
              Effect.READ,
              ProfileStatisticsRequest.class,
              ResultType.of(ProfileStatistics.class),
              (context, request) -> context.workspace().profiles().statistics(request));

  private ProfileOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(QUERY_PROFILES, PROFILE_STATISTICS);
  }
}
