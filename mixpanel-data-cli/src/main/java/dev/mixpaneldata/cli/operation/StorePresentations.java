package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on local tables. */
final class StorePresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "workspace_info",
              Presentation.examples("mp inspect info", "mp inspect info --jq .path")),
          entry(
              "list_tables",
              Presentation.examples(
                      "mp inspect tables", "mp inspect tables --jq '.[].name' -f jsonl")
                  .columns("name", "type", "row_count", "bytes", "fetched_at")),
          entry(
              "table_schema",
              Presentation.examples(
                  "mp inspect schema -t events", "mp inspect schema -t events --sample")),
          entry(
              "sample",
              Presentation.examples(
                      "mp inspect sample -t events", "mp inspect sample -t events -n 3 -f jsonl")
                  .name("rows", "-n", "--rows")),
          entry("summarize", Presentation.examples("mp inspect summarize -t events")),
          entry("event_breakdown", Presentation.examples("mp inspect breakdown -t events")),
          entry(
              "property_keys",
              Presentation.examples(
                  "mp inspect keys -t events", "mp inspect keys -t events -e \"Sign up\"")),
          entry(
              "column_stats",
              Presentation.examples(
                      "mp inspect column -t events -c event_name",
                      "mp inspect column -t events -c properties.plan --top 5")
                  .name("column", "-c", "--column")),
          entry(
              "export_table",
              Presentation.examples(
                      "mp export events --to events.parquet",
                      "mp export events --to events.csv --overwrite",
                      "mp export events --event Purchase --to purchases.jsonl",
                      "mp export --query 'SELECT distinct_id FROM events' --to users.csv",
                      "mp export events --to january --as parquet --partition-by-day")
                  .name("table", "<TABLE>")
                  .name("target", "--to")
                  .name("format", "--as")),
          entry(
              "export_lake",
              Presentation.examples(
                      "mp export lake ./lake",
                      "mp export lake ./lake -t january --from 2026-01-15",
                      "mp export lake ./lake --overwrite")
                  .name("lake", "<DIR>")),
          entry(
              "lake_info",
              Presentation.examples(
                      "mp inspect lake ./lake", "mp inspect lake ./lake --jq .columns")
                  .name("lake", "<DIR>")),
          entry(
              "load_events",
              Presentation.examples(
                      "mp tables load january ./lake",
                      "mp tables load january ./lake --from 2026-01-15 --to 2026-01-31",
                      "mp tables load exported ./bucket/2024 --replace")
                  .name("table", "<NAME>")
                  .name("source", "<PATH>")
                  .flags("mode", FetchPresentations.APPEND, FetchPresentations.REPLACE)),
          entry(
              "promote_properties",
              Presentation.examples(
                      "mp tables promote events plan", "mp tables promote events plan,amount")
                  .name("table", "<TABLE>")
                  .name("properties", "<PROPERTY>")),
          entry(
              "demote_properties",
              Presentation.examples("mp tables demote events plan")
                  .name("table", "<TABLE>")
                  .name("properties", "<PROPERTY>")),
          entry(
              "drop_table",
              Presentation.examples(
                  "mp inspect drop -t old_events", "mp inspect drop -t old_events --force")),
          entry(
              "drop_all_tables",
              Presentation.examples(
                      "mp inspect drop-all -t profiles", "mp inspect drop-all --force")
                  .name("type", "-t", "--type")));

  private StorePresentations() {}
}
