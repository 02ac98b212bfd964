package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.SyncEvents;
import java.util.List;

/** The operations that fill local tables. */
public final class FetchOperations {
  public static final FetchOperation<FetchEvents> FETCH_EVENTS =
      FetchOperation.of(
          "fetch_events",
          "fetch events",
          "Fetch the events of a date range into a local table",
          FetchEvents.class,
          (workspace, request, listener) -> workspace.fetch().events(request, listener));

  public static final FetchOperation<FetchProfiles> FETCH_PROFILES =
      FetchOperation.of(
          "fetch_profiles",
          "fetch profiles",
          "Fetch user or group profiles into a local table",
          FetchProfiles.class,
          (workspace, request, listener) -> workspace.fetch().profiles(request, listener));

  public static final FetchOperation<SyncEvents> SYNC_TABLE =
      FetchOperation.of(
          "sync_table",
          "sync",
          "Bring a local table of events up to date",
          SyncEvents.class,
          (workspace, request, listener) -> workspace.fetch().sync(request, listener));

  public static final OperationSpec<FetchPlanRequest, FetchPlan> FETCH_PLAN =
      new OperationSpec<>(
          "fetch_plan",
          "fetch plan",
          "Estimate the calls, days, events, megabytes and minutes that a fetch of events takes",
          Family.FETCHING,
          Effect.READ,
          FetchPlanRequest.class,
          ResultType.of(FetchPlan.class),
          (context, request) -> context.workspace().fetchPlan(request));

  private FetchOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(FETCH_PLAN, FETCH_EVENTS.spec(), FETCH_PROFILES.spec(), SYNC_TABLE.spec());
  }
}
