package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on alerts and webhooks. */
final class AlertPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_alerts",
              Presentation.examples("mp alerts list", "mp alerts list --bookmark-id 42")
                  .name("bookmark_id", "--bookmark-id")
                  .columns("id", "name", "frequency", "paused", "last_fired")),
          entry("get_alert", Presentation.examples("mp alerts get 42")),
          entry(
              "create_alert",
              Presentation.examples(
                      "mp alerts create --bookmark-id 42 --name \"Few sign-ups\" --condition"
                          + " @condition.json --frequency 86400",
                      "mp alerts create --bookmark-id 42 --name \"Few sign-ups\" --condition"
                          + " '{\"type\": \"absolute\", \"op\": \"<\", \"value\": 100}' --frequency"
                          + " 3600 --dry-run")
                  .name("bookmark_id", "--bookmark-id")),
          entry(
              "update_alert",
              Presentation.examples("mp alerts update 42 --paused")
                  .name("bookmark_id", "--bookmark-id")),
          entry(
              "delete_alert",
              Presentation.examples("mp alerts delete 42", "mp alerts delete 42 --yes")),
          entry(
              "bulk_delete_alerts",
              Presentation.examples("mp alerts bulk-delete --ids 42,43 --yes")),
          entry(
              "get_alert_count",
              Presentation.examples("mp alerts count", "mp alerts count --type anomaly")),
          entry("get_alert_history", Presentation.examples("mp alerts history 42")),
          entry(
              "test_alert",
              Presentation.examples(
                      "mp alerts test --bookmark-id 42 --name \"Few sign-ups\" --condition"
                          + " @condition.json --frequency 86400")
                  .name("bookmark_id", "--bookmark-id")),
          entry(
              "get_alert_screenshot_url",
              Presentation.examples("mp alerts screenshot --gcs-key screenshots/42.png")),
          entry(
              "validate_alerts_for_bookmark",
              Presentation.examples(
                  "mp alerts validate --alert-ids 42 --bookmark-type insights --bookmark-params"
                      + " @report.json")),
          entry(
              "list_webhooks",
              Presentation.examples("mp webhooks list").columns("id", "name", "url", "is_enabled")),
          entry(
              "create_webhook",
              Presentation.examples(
                  "mp webhooks create --name Exports --url https://example.com/hook",
                  "mp webhooks create --json webhook.json")),
          entry(
              "update_webhook",
              Presentation.examples(
                      "mp webhooks update 00000000-0000-4000-8000-000000000042 --no-enabled")
                  .name("is_enabled", "--enabled")),
          entry(
              "delete_webhook",
              Presentation.examples(
                  "mp webhooks delete 00000000-0000-4000-8000-000000000042",
                  "mp webhooks delete 00000000-0000-4000-8000-000000000042 --yes")),
          entry(
              "test_webhook",
              Presentation.examples("mp webhooks test --url https://example.com/hook")));

  private AlertPresentations() {}
}
