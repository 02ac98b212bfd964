package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.dashboards.CreateDashboard;
import dev.mixpaneldata.app.dashboards.CreateRcaDashboard;
import dev.mixpaneldata.app.dashboards.Dashboard;
import dev.mixpaneldata.app.dashboards.DashboardIdsRequest;
import dev.mixpaneldata.app.dashboards.DashboardListRequest;
import dev.mixpaneldata.app.dashboards.DashboardReportRequest;
import dev.mixpaneldata.app.dashboards.DashboardRequest;
import dev.mixpaneldata.app.dashboards.UpdateDashboard;
import dev.mixpaneldata.app.dashboards.UpdateReportLink;
import dev.mixpaneldata.app.dashboards.UpdateTextCard;
import dev.mixpaneldata.value.Json;
import java.util.List;

/** Boards, as operations. */
final class DashboardOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.DASHBOARDS);

  private DashboardOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_dashboards",
            "dashboards list",
            "Boards of the project",
            DashboardListRequest.class,
            ResultType.listOf(Dashboard.class),
            (app, request) -> app.dashboards().list(request)),
        FAMILY.read(
            "get_dashboard",
            "dashboards get",
            "One board with its layout and contents",
            DashboardRequest.class,
            ResultType.of(Dashboard.class),
            (app, request) -> app.dashboards().get(request.dashboardId())),
        FAMILY.write(
            "create_dashboard",
            "dashboards create",
            "Create a board: empty, a copy, or whole with its reports and texts",
            CreateDashboard.class,
            ResultType.of(Dashboard.class),
            (app, request) -> app.dashboards().create(request)),
        FAMILY
            .write(
                "update_dashboard",
                "dashboards update",
                "Change a board",
                UpdateDashboard.class,
                ResultType.of(Dashboard.class),
                (app, request) -> app.dashboards().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().dashboards().get(request.dashboardId()))))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_dashboard",
            "dashboards delete",
            "Delete a board",
            DashboardRequest.class,
            (app, request) -> app.dashboards().delete(request.dashboardId()),
            (app, request) -> List.of(subject(app.dashboards().get(request.dashboardId())))),
        FAMILY.deleteAll(
            "bulk_delete_dashboards",
            "dashboards bulk-delete",
            "Delete several boards",
            DashboardIdsRequest.class,
            (app, request) -> app.dashboards().delete(request),
            (app, request) -> subjects(app, request.ids())),
        FAMILY
            .write(
                "favorite_dashboard",
                "dashboards favorite",
                "Make a board your favorite",
                DashboardRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().favorite(request.dashboardId()))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "unfavorite_dashboard",
                "dashboards unfavorite",
                "Take a board off your favorites",
                DashboardRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().unfavorite(request.dashboardId()))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "pin_dashboard",
                "dashboards pin",
                "Pin a board, so that the team sees it",
                DashboardRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().pin(request.dashboardId()))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "unpin_dashboard",
                "dashboards unpin",
                "Unpin a board",
                DashboardRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().unpin(request.dashboardId()))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "add_report_to_dashboard",
                "dashboards add-report",
                "Put a copy of a saved report on a board",
                DashboardReportRequest.class,
                ResultType.of(Dashboard.class),
                (app, request) -> app.dashboards().addReport(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().dashboards().get(request.dashboardId())))),
        FAMILY
            .write(
                "remove_report_from_dashboard",
                "dashboards remove-report",
                "Take a report off a board",
                DashboardReportRequest.class,
                ResultType.of(Dashboard.class),
                (app, request) -> app.dashboards().removeReport(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().dashboards().get(request.dashboardId())))),
        FAMILY
            .write(
                "update_report_link",
                "dashboards update-report-link",
                "Change how a report is linked on a board",
                UpdateReportLink.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().dashboards().get(request.dashboardId()))))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "update_text_card",
                "dashboards update-text-card",
                "Change the text of a card on a board",
                UpdateTextCard.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.dashboards().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().dashboards().get(request.dashboardId()))))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "get_dashboard_erf",
            "dashboards erf",
            "Data of the experiments on a board",
            DashboardRequest.class,
            ResultType.of(Json.class),
            (app, request) -> app.dashboards().experimentResults(request.dashboardId())),
        FAMILY.write(
            "create_rca_dashboard",
            "dashboards rca",
            "Create a board that looks for the causes of a change",
            CreateRcaDashboard.class,
            ResultType.of(Dashboard.class),
            (app, request) -> app.dashboards().create(request)));
  }

  private static Subject subject(Dashboard board) {
    return new Subject(
        "board", String.valueOf(board.id()), board.title(), board.canUpdateBasic().orElse(true));
  }

  private static List<Subject> subjects(App app, List<Long> ids) {
    return app.dashboards().list(DashboardListRequest.of().with(r -> r.ids(ids))).stream()
        .map(DashboardOperations::subject)
        .toList();
  }
}
