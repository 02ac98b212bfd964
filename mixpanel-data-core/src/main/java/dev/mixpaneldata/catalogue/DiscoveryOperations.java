package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.discovery.CacheCleared;
import dev.mixpaneldata.discovery.EventRequest;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.discovery.SavedCohort;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Names, values and saved things of a project, as operations. */
public final class DiscoveryOperations {
  public static final OperationSpec<NoArguments, List<String>> LIST_EVENTS =
      new OperationSpec<>(
              "list_events",
              "inspect events",
              "Names of the events of the last 31 days, sorted",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.listOf(String.class),
              (context, request) -> context.names().events())
          .with(Trait.KEPT);

  public static final OperationSpec<EventRequest, List<String>> LIST_PROPERTIES =
      new OperationSpec<>(
              "list_properties",
              "inspect properties",
              "Names of the properties of one event, sorted",
              Family.DISCOVERY,
              Effect.READ,
              EventRequest.class,
              ResultType.listOf(String.class),
              (context, request) -> context.names().properties(request.event()))
          .with(Trait.KEPT);

  public static final OperationSpec<PropertyValuesRequest, List<String>> LIST_PROPERTY_VALUES =
      new OperationSpec<>(
              "list_property_values",
              "inspect values",
              "Values of a property",
              Family.DISCOVERY,
              Effect.READ,
              PropertyValuesRequest.class,
              ResultType.listOf(String.class),
              (context, request) -> context.names().propertyValues(request))
          .with(Trait.KEPT);

  public static final OperationSpec<NoArguments, List<FunnelInfo>> LIST_FUNNELS =
      new OperationSpec<>(
              "list_funnels",
              "inspect funnels",
              "Saved funnels with their ids and numbers of steps",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.listOf(FunnelInfo.class),
              (context, request) -> context.discovery().funnels())
          .with(Trait.KEPT);

  public static final OperationSpec<NoArguments, List<SavedCohort>> LIST_COHORTS =
      new OperationSpec<>(
              "list_cohorts",
              "inspect cohorts",
              "Saved cohorts with their ids, sizes and descriptions",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.listOf(SavedCohort.class),
              (context, request) -> context.discovery().cohorts())
          .with(Trait.KEPT);

  public static final OperationSpec<TopEventsRequest, List<TopEvent>> TOP_EVENTS =
      new OperationSpec<>(
          "top_events",
          "inspect top-events",
          "Today's most common events and their change since yesterday",
          Family.DISCOVERY,
          Effect.READ,
          TopEventsRequest.class,
          ResultType.listOf(TopEvent.class),
          (context, request) -> context.names().topEvents(request));

  public static final OperationSpec<NoArguments, CacheCleared> CLEAR_DISCOVERY_CACHE =
      new OperationSpec<>(
          "clear_discovery_cache",
          "inspect refresh",
          "Clear the names, saved reports and schemas that are cached for 5 minutes",
          Family.DISCOVERY,
          Effect.READ,
          NoArguments.class,
          ResultType.of(CacheCleared.class),
          (context, request) -> context.discovery().refresh());

  private DiscoveryOperations() {}

  /** Returns all of them. */
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
