package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.alerts.Alert;
import dev.mixpaneldata.app.alerts.AlertCount;
import dev.mixpaneldata.app.alerts.AlertCountRequest;
import dev.mixpaneldata.app.alerts.AlertHistoryRequest;
import dev.mixpaneldata.app.alerts.AlertIdsRequest;
import dev.mixpaneldata.app.alerts.AlertListRequest;
import dev.mixpaneldata.app.alerts.AlertRequest;
import dev.mixpaneldata.app.alerts.AlertScreenshot;
import dev.mixpaneldata.app.alerts.AlertScreenshotRequest;
import dev.mixpaneldata.app.alerts.AlertValidation;
import dev.mixpaneldata.app.alerts.AlertValidationRequest;
import dev.mixpaneldata.app.alerts.CreateAlert;
import dev.mixpaneldata.app.alerts.TestAlert;
import dev.mixpaneldata.app.alerts.UpdateAlert;
import dev.mixpaneldata.app.answer.HistoryPage;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/** Alerts on saved reports, as operations. */
final class AlertOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ALERTS);

  private AlertOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_alerts",
            "alerts list",
            "Alerts, of one report or of all users",
            AlertListRequest.class,
            ResultType.listOf(Alert.class),
            (app, request) -> app.alerts().list(request)),
        FAMILY.read(
            "get_alert",
            "alerts get",
            "One alert on a saved report",
            AlertRequest.class,
            ResultType.of(Alert.class),
            (app, request) -> app.alerts().get(request.alertId())),
        FAMILY.write(
            "create_alert",
            "alerts create",
            "Create an alert on a saved report",
            CreateAlert.class,
            ResultType.of(Alert.class),
            (app, request) -> app.alerts().create(request)),
        FAMILY
            .write(
                "update_alert",
                "alerts update",
                "Change an alert",
                UpdateAlert.class,
                ResultType.of(Alert.class),
                (app, request) -> app.alerts().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_alert",
            "alerts delete",
            "Delete an alert",
            AlertRequest.class,
            (app, request) -> app.alerts().delete(request.alertId()),
            (app, request) -> List.of(subject(app.alerts().get(request.alertId())))),
        FAMILY.deleteAll(
            "bulk_delete_alerts",
            "alerts bulk-delete",
            "Delete several alerts",
            AlertIdsRequest.class,
            (app, request) -> app.alerts().delete(request),
            (app, request) -> subjects(app, request.ids())),
        FAMILY.read(
            "get_alert_count",
            "alerts count",
            "Number of alerts, and how many there may be",
            AlertCountRequest.class,
            ResultType.of(AlertCount.class),
            (app, request) -> app.alerts().count(request)),
        FAMILY.read(
            "get_alert_history",
            "alerts history",
            "Times at which an alert fired",
            AlertHistoryRequest.class,
            ResultType.of(HistoryPage.class),
            (app, request) -> app.alerts().history(request)),
        FAMILY.write(
            "test_alert",
            "alerts test",
            "Notify those whom an alert names, as a trial",
            TestAlert.class,
            ResultType.of(Json.class),
            (app, request) -> app.alerts().test(request)),
        FAMILY.read(
            "get_alert_screenshot_url",
            "alerts screenshot",
            "Address of the picture of an alert",
            AlertScreenshotRequest.class,
            ResultType.of(AlertScreenshot.class),
            (app, request) -> app.alerts().screenshot(request.gcsKey())),
        FAMILY.read(
            "validate_alerts_for_bookmark",
            "alerts validate",
            "Whether alerts fit a changed report",
            AlertValidationRequest.class,
            ResultType.of(AlertValidation.class),
            (app, request) -> app.alerts().validate(request)));
  }

  private static Subject subject(Alert alert) {
    return Subject.of("alert", alert.id(), Optional.of(alert.name()));
  }

  private static List<Subject> subjects(App app, List<Long> ids) {
    AlertListRequest ofAll = AlertListRequest.of().with(r -> r.skipUserFilter(true));
    return app.alerts().list(ofAll).stream()
        .filter(alert -> ids.contains(alert.id()))
        .map(AlertOperations::subject)
        .toList();
  }
}
