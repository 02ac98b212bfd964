package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on enforcement, audits, anomalies and deletions. */
final class DataQualityPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "get_schema_enforcement",
              Presentation.examples(
                  "mp lexicon enforcement get",
                  "mp lexicon enforcement get --fields ruleEvent,state")),
          entry(
              "init_schema_enforcement",
              Presentation.examples(
                  "mp lexicon enforcement init --rule-event \"Warn and Accept\"")),
          entry(
              "update_schema_enforcement",
              Presentation.examples(
                      "mp lexicon enforcement update --rule-event \"Warn and Hide\"",
                      "mp lexicon enforcement update --body '{\"notificationEmails\": [\"data@example.com\"]}'")
                  .name("json", "--body", "--json")),
          entry(
              "replace_schema_enforcement",
              Presentation.examples(
                      "mp lexicon enforcement replace --body enforcement.json",
                      "mp lexicon enforcement replace --body enforcement.json --dry-run")
                  .name("json", "--body", "--json")),
          entry(
              "delete_schema_enforcement",
              Presentation.examples(
                  "mp lexicon enforcement delete", "mp lexicon enforcement delete --yes")),
          entry(
              "run_audit",
              Presentation.examples("mp lexicon audit", "mp lexicon audit --events-only")),
          entry(
              "list_data_volume_anomalies",
              Presentation.examples(
                      "mp lexicon anomalies list",
                      "mp lexicon anomalies list --status open --limit 10")
                  .columns(
                      "id",
                      "anomaly_class",
                      "status",
                      "event_name",
                      "actual_count",
                      "percent_variance")),
          entry(
              "update_anomaly",
              Presentation.examples(
                  "mp lexicon anomalies update --id 42 --status dismissed --anomaly-class Event")),
          entry(
              "bulk_update_anomalies",
              Presentation.examples(
                      "mp lexicon anomalies bulk-update --status dismissed --anomalies '[{\"id\": 42, \"anomalyClass\": \"Event\"}]'",
                      "mp lexicon anomalies bulk-update --body '{\"status\": \"open\", \"anomalies\": [{\"id\": 42, \"anomalyClass\": \"Event\"}]}'")
                  .name("json", "--body", "--json")),
          entry(
              "list_deletion_requests",
              Presentation.examples("mp lexicon deletion-requests list")
                  .columns(
                      "id",
                      "event_name",
                      "from_date",
                      "to_date",
                      "status",
                      "deleted_events_count")),
          entry(
              "create_deletion_request",
              Presentation.examples(
                      "mp lexicon deletion-requests create --event-name Purchase --from 2026-01-01 --to 2026-01-31",
                      "mp lexicon deletion-requests create --event-name Purchase --from 2026-01-01 --to 2026-01-31 --yes")
                  .name("from_date", "--from", "--from-date")
                  .name("to_date", "--to", "--to-date")),
          entry(
              "cancel_deletion_request",
              Presentation.examples("mp lexicon deletion-requests cancel 42")),
          entry(
              "preview_deletion_filters",
              Presentation.examples(
                      "mp lexicon deletion-requests preview --event-name Purchase --from 2026-01-01 --to 2026-01-31 --filters '{\"plan\": \"free\"}'")
                  .name("from_date", "--from", "--from-date")
                  .name("to_date", "--to", "--to-date")));

  private DataQualityPresentations() {}
}
