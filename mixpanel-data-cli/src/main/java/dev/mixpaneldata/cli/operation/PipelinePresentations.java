package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on pipelines. */
final class PipelinePresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_pipelines",
              Presentation.examples("mp pipelines list")
                  .columns("name", "frequency", "last_dispatched", "sync_enabled")),
          entry(
              "get_pipeline_status",
              Presentation.examples(
                      "mp pipelines status events-daily-gcs-raw",
                      "mp pipelines status events-daily-gcs-raw --summary")
                  .columns("status", "count")),
          entry(
              "get_pipeline_timeline",
              Presentation.examples("mp pipelines timeline events-daily-gcs-raw")
                  .columns("date", "status", "sync_times")),
          entry(
              "create_pipeline",
              Presentation.examples(
                  "mp pipelines create --type gcs_raw --from 2026-01-01 --target"
                      + " '{\"gcs_bucket\": \"exports\", \"gcs_region\": \"us-east1\"}'",
                  "mp pipelines create --type bigquery --from 2026-01-01 --frequency hourly"
                      + " --target @dataset.json --dry-run")),
          entry(
              "update_pipeline",
              Presentation.examples(
                  "mp pipelines update events-daily-gcs-raw --events Signup,Purchase")),
          entry("pause_pipeline", Presentation.examples("mp pipelines pause events-daily-gcs-raw")),
          entry(
              "resume_pipeline", Presentation.examples("mp pipelines resume events-daily-gcs-raw")),
          entry(
              "delete_pipeline",
              Presentation.examples(
                  "mp pipelines delete events-daily-gcs-raw",
                  "mp pipelines delete events-daily-gcs-raw --yes")));

  private PipelinePresentations() {}
}
