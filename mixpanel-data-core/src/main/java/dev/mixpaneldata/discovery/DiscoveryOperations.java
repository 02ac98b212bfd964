package dev.mixpaneldata.discovery;

import dev.mixpaneldata.operation.Effect;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.ResultType;
import java.util.List;

/** What there is in a project, as operations. */
public final class DiscoveryOperations {
  public static final OperationSpec<NoArguments, List<String>> LIST_EVENTS =
      new OperationSpec<>(
          "list_events",
          "inspect events",
          "Names of the events of the last 31 days, sorted",
          Effect.READ,
          NoArguments.class,
          ResultType.listOf(String.class),
          (workspace, request) -> workspace.discovery().events());

  public static final OperationSpec<EventRequest, List<String>> LIST_PROPERTIES =
      new OperationSpec<>(
          "list_properties",
          "inspect properties",
          "Names of the properties of one event, sorted",
          Effect.READ,
          EventRequest.class,
          ResultType.listOf(String.class),
          (workspace, request) -> workspace.discovery().properties(request.event()));

  public static final OperationSpec<PropertyValuesRequest, List<String>> LIST_PROPERTY_VALUES =
      new OperationSpec<>(
          "list_property_values",
          "inspect values",
          "Values that a property had",
          Effect.READ,
          PropertyValuesRequest.class,
          ResultType.listOf(String.class),
          (workspace, request) -> workspace.discovery().propertyValues(request));

  public static final OperationSpec<NoArguments, List<FunnelInfo>> LIST_FUNNELS =
      new OperationSpec<>(
          "list_funnels",
          "inspect funnels",
          "Saved funnels with their ids and how many steps they have",
          Effect.READ,
          NoArguments.class,
          ResultType.listOf(FunnelInfo.class),
          (workspace, request) -> workspace.discovery().funnels());

  public static final OperationSpec<NoArguments, List<SavedCohort>> LIST_COHORTS =
      new OperationSpec<>(
          "list_cohorts",
          "inspect cohorts",
          "Saved cohorts with their ids, sizes and descriptions",
          Effect.READ,
          NoArguments.class,
          ResultType.listOf(SavedCohort.class),
          (workspace, request) -> workspace.discovery().cohorts());

  public static final OperationSpec<TopEventsRequest, List<TopEvent>> TOP_EVENTS =
      new OperationSpec<>(
          "top_events",
          "inspect top-events",
          "Today's commonest events and their change since yesterday",
          Effect.READ,
          TopEventsRequest.class,
          ResultType.listOf(TopEvent.class),
          (workspace, request) -> workspace.discovery().topEvents(request));

  public static final OperationSpec<NoArguments, CacheCleared> CLEAR_DISCOVERY_CACHE =
      new OperationSpec<>(
          "clear_discovery_cache",
          "inspect refresh",
          "Forget the names, saved reports and schemas that are kept for 5 minutes",
          Effect.READ,
          NoArguments.class,
          ResultType.of(CacheCleared.class),
          (workspace, request) -> workspace.discovery().refresh());

  private DiscoveryOperations() {}

  /** All of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(
        LIST_EVENTS,
        LIST_PROPERTIES,
        LIST_PROPERTY_VALUES,
        LIST_FUNNELS,
        LIST_COHORTS,
        TOP_EVENTS,
        CLEAR_DISCOVERY_CACHE);
  }
}
