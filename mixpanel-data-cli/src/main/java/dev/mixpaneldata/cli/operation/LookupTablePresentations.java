package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on lookup tables. */
final class LookupTablePresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_lookup_tables",
              Presentation.examples("mp lookup-tables list")
                  .columns("id", "name", "created_at", "last_modified_at")),
          entry(
              "upload_lookup_table",
              Presentation.examples(
                  "mp lookup-tables upload --name Plans --file plans.csv",
                  "mp lookup-tables upload --name Plans --file plans.csv --data-group-id 42")),
          entry(
              "update_lookup_table",
              Presentation.examples(
                  "mp lookup-tables update --data-group-id 42 --name \"Price plans\"")),
          entry(
              "delete_lookup_tables",
              Presentation.examples(
                  "mp lookup-tables delete --data-group-ids 42,43",
                  "mp lookup-tables delete --data-group-ids 42 --yes")),
          entry("get_lookup_upload_url", Presentation.examples("mp lookup-tables upload-url")),
          entry(
              "mark_lookup_table_ready",
              Presentation.examples(
                  "mp lookup-tables register --name Plans --key 42 --path gs://uploads/42")),
          entry(
              "get_lookup_upload_status",
              Presentation.examples("mp lookup-tables upload-status --upload-id abc123")),
          entry(
              "download_lookup_table",
              Presentation.examples(
                  "mp lookup-tables download --data-group-id 42",
                  "mp lookup-tables download --data-group-id 42 --limit 100 --output plans.csv")),
          entry(
              "get_lookup_download_url",
              Presentation.examples("mp lookup-tables download-url --data-group-id 42")));

  private LookupTablePresentations() {}
}
