package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.dashboards.BlueprintConfig;
import dev.mixpaneldata.app.dashboards.BlueprintListRequest;
import dev.mixpaneldata.app.dashboards.BlueprintTemplate;
import dev.mixpaneldata.app.dashboards.CreateBlueprint;
import dev.mixpaneldata.app.dashboards.Dashboard;
import dev.mixpaneldata.app.dashboards.DashboardRequest;
import dev.mixpaneldata.app.dashboards.FinishBlueprint;
import dev.mixpaneldata.app.dashboards.UpdateBlueprintCohorts;
import dev.mixpaneldata.value.Json;
import java.util.List;

/** Templates for boards, as operations. */
final class BlueprintOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.DASHBOARDS);

  private BlueprintOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_blueprint_templates",
            "dashboards blueprints",
            "Templates for boards",
            BlueprintListRequest.class,
            ResultType.listOf(BlueprintTemplate.class),
            (app, request) -> app.blueprints().list(request)),
        FAMILY.write(
            "create_blueprint",
            "dashboards blueprint-create",
            "Create a board from a template",
            CreateBlueprint.class,
            ResultType.of(Dashboard.class),
            (app, request) -> app.blueprints().create(request)),
        FAMILY.read(
            "get_blueprint_config",
            "dashboards blueprint-config",
            "Variables of a board that was made from a template",
            DashboardRequest.class,
            ResultType.of(BlueprintConfig.class),
            (app, request) -> app.blueprints().config(request.dashboardId())),
        FAMILY
            .write(
                "update_blueprint_cohorts",
                "dashboards blueprint-cohorts",
                "Set the cohorts that a template uses",
                UpdateBlueprintCohorts.class,
                ResultType.of(Json.class),
                (app, request) -> app.blueprints().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.write(
            "finalize_blueprint",
            "dashboards blueprint-finish",
            "End the making of a board from a template",
            FinishBlueprint.class,
            ResultType.of(Dashboard.class),
            (app, request) -> app.blueprints().finish(request)));
  }
}
