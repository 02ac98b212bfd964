package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.anomalies.AnomalyListRequest;
import dev.mixpaneldata.app.anomalies.AnomalyUpdates;
import dev.mixpaneldata.app.anomalies.DataVolumeAnomaly;
import dev.mixpaneldata.app.anomalies.UpdateAnomalies;
import dev.mixpaneldata.app.anomalies.UpdateAnomaly;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.deletions.CreateEventDeletion;
import dev.mixpaneldata.app.deletions.EventDeletion;
import dev.mixpaneldata.app.deletions.EventDeletionPreviewRequest;
import dev.mixpaneldata.app.deletions.EventDeletionRequest;
import dev.mixpaneldata.app.enforcement.AuditRequest;
import dev.mixpaneldata.app.enforcement.DataAudit;
import dev.mixpaneldata.app.enforcement.EnforcementRequest;
import dev.mixpaneldata.app.enforcement.InitEnforcement;
import dev.mixpaneldata.app.enforcement.ReplaceEnforcement;
import dev.mixpaneldata.app.enforcement.SchemaEnforcement;
import dev.mixpaneldata.app.enforcement.UpdateEnforcement;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/** Enforcement of schemas, audits, anomalies and requests to erase events, as operations. */
final class DataQualityOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.DATA_QUALITY);

  private DataQualityOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "get_schema_enforcement",
            "lexicon enforcement get",
            "What happens to events that do not fit their schemas",
            EnforcementRequest.class,
            ResultType.of(SchemaEnforcement.class),
            (app, request) -> app.enforcement().get(request)),
        FAMILY.write(
            "init_schema_enforcement",
            "lexicon enforcement init",
            "Begin to enforce schemas",
            InitEnforcement.class,
            ResultType.of(SchemaEnforcement.class),
            (app, request) -> app.enforcement().init(request)),
        FAMILY
            .write(
                "update_schema_enforcement",
                "lexicon enforcement update",
                "Change the enforcement of schemas",
                UpdateEnforcement.class,
                ResultType.of(SchemaEnforcement.class),
                (app, request) -> app.enforcement().update(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "replace_schema_enforcement",
                "lexicon enforcement replace",
                "Replace all of the enforcement of schemas",
                ReplaceEnforcement.class,
                ResultType.of(SchemaEnforcement.class),
                (app, request) -> app.enforcement().replace(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_schema_enforcement",
            "lexicon enforcement delete",
            "End the enforcement of schemas",
            NoArguments.class,
            (app, request) -> app.enforcement().delete(),
            (app, request) -> List.of(enforcement(app.enforcement().get(EnforcementRequest.of())))),
        FAMILY.read(
            "run_audit",
            "lexicon audit",
            "Differences between what is tracked and what is documented",
            AuditRequest.class,
            ResultType.of(DataAudit.class),
            (app, request) -> app.enforcement().audit(request)),
        FAMILY.read(
            "list_data_volume_anomalies",
            "lexicon anomalies list",
            "Counts of events and properties that were not expected",
            AnomalyListRequest.class,
            ResultType.listOf(DataVolumeAnomaly.class),
            (app, request) -> app.anomalies().list(request)),
        FAMILY
            .write(
                "update_anomaly",
                "lexicon anomalies update",
                "Set the status of an anomaly",
                UpdateAnomaly.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.anomalies().update(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "bulk_update_anomalies",
                "lexicon anomalies bulk-update",
                "Set the status of several anomalies",
                UpdateAnomalies.class,
                ResultType.of(AnomalyUpdates.class),
                (app, request) -> app.anomalies().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "list_deletion_requests",
            "lexicon deletion-requests list",
            "Requests to erase events",
            NoArguments.class,
            ResultType.listOf(EventDeletion.class),
            (app, request) -> app.eventDeletions().list()),
        FAMILY.destroy(
            "create_deletion_request",
            "lexicon deletion-requests create",
            "Ask Mixpanel to erase events for good",
            CreateEventDeletion.class,
            ResultType.listOf(EventDeletion.class),
            (app, request) -> app.eventDeletions().create(request),
            (app, request) -> List.of(events(request))),
        FAMILY
            .write(
                "cancel_deletion_request",
                "lexicon deletion-requests cancel",
                "Withdraw a request to erase events",
                EventDeletionRequest.class,
                ResultType.listOf(EventDeletion.class),
                (app, request) -> app.eventDeletions().cancel(request.requestId()))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "preview_deletion_filters",
            "lexicon deletion-requests preview",
            "The filters of a deletion as Mixpanel understands them",
            EventDeletionPreviewRequest.class,
            ResultType.listOf(Json.class),
            (app, request) -> app.eventDeletions().preview(request)));
  }

  private static Subject enforcement(SchemaEnforcement enforcement) {
    String id = enforcement.id().map(String::valueOf).orElse("of the project");
    return Subject.of("enforcement of schemas", id, enforcement.ruleEvent());
  }

  private static Subject events(CreateEventDeletion request) {
    String days = request.fromDate() + " to " + request.toDate();
    String which = request.filters().map(filters -> days + ", where " + filters).orElse(days);
    return Subject.of("events", which, Optional.of(request.eventName()));
  }
}
