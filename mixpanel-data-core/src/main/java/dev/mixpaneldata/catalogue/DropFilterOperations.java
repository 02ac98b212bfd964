package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.dropfilters.CreateDropFilter;
import dev.mixpaneldata.app.dropfilters.DropFilter;
import dev.mixpaneldata.app.dropfilters.DropFilterLimits;
import dev.mixpaneldata.app.dropfilters.DropFilterRequest;
import dev.mixpaneldata.app.dropfilters.UpdateDropFilter;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Drop filters, as operations. */
final class DropFilterOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.GOVERNANCE);

  private DropFilterOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_drop_filters",
            "drop-filters list",
            "Rules by which Mixpanel discards events as they arrive",
            NoArguments.class,
            ResultType.listOf(DropFilter.class),
            (app, request) -> app.dropFilters().list()),
        FAMILY.write(
            "create_drop_filter",
            "drop-filters create",
            "Create a drop filter, which discards events from then on",
            CreateDropFilter.class,
            ResultType.listOf(DropFilter.class),
            (app, request) -> app.dropFilters().create(request)),
        FAMILY
            .write(
                "update_drop_filter",
                "drop-filters update",
                "Change a drop filter",
                UpdateDropFilter.class,
                ResultType.listOf(DropFilter.class),
                (app, request) -> app.dropFilters().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.destroy(
            "delete_drop_filter",
            "drop-filters delete",
            "Delete a drop filter",
            DropFilterRequest.class,
            ResultType.listOf(DropFilter.class),
            (app, request) -> app.dropFilters().delete(request.dropFilterId()),
            (app, request) ->
                app.dropFilters().list().stream()
                    .filter(filter -> filter.id() == request.dropFilterId())
                    .map(
                        filter ->
                            Subject.of(
                                "drop filter",
                                filter.id(),
                                filter.displayName().or(filter::eventName)))
                    .toList()),
        FAMILY.read(
            "get_drop_filter_limits",
            "drop-filters limits",
            "Number of drop filters that the project may have",
            NoArguments.class,
            ResultType.of(DropFilterLimits.class),
            (app, request) -> app.dropFilters().limits()));
  }
}
