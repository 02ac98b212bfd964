package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands that fetch. */
final class FetchPresentations {
  static final Presentation.Flag APPEND =
      new Presentation.Flag(
          "append", "--append", "Add to a table that exists; nothing is duplicated");

  static final Presentation.Flag REPLACE =
      new Presentation.Flag(
          "replace", "--replace", "Replace a table that exists, once everything has arrived");

  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "fetch_events",
              Presentation.examples(
                      "mp fetch events january --from 2026-01-01 --to 2026-01-31",
                      "mp fetch events logins --from 2026-01-01 --to 2026-01-31 --events"
                          + " Login,Logout",
                      "mp fetch events paid --from 2026-01-01 --to 2026-01-31"
                          + " --where 'properties[\"plan\"] == \"premium\"'",
                      "mp fetch events january --from 2026-02-01 --to 2026-02-07 --append",
                      "mp fetch events january --from 2026-01-01 --to 2026-01-31 --promote coupon",
                      "mp fetch events --from 2026-01-01 --to 2026-01-31 --lake ./lake",
                      "mp fetch events --from 2026-01-01 --to 2026-01-01 --stdout | wc -l")
                  .name("table", "<NAME>")
                  .name("events", "-e", "--events")
                  .name("where", "-w", "--where")
                  .name("limit", "-l", "--limit")
                  .flags("mode", APPEND, REPLACE)),
          entry(
              "fetch_plan",
              Presentation.examples(
                      "mp fetch plan --from 2025-01-01 --to 2025-12-31",
                      "mp fetch plan --from 2025-01-01 --to 2025-12-31 --count")
                  .name("table", "<NAME>")
                  .name("events", "-e", "--events")
                  .name("where", "-w", "--where")
                  .name("limit", "-l", "--limit")),
          entry(
              "fetch_profiles",
              Presentation.examples(
                      "mp fetch profiles",
                      "mp fetch profiles premium --where 'properties[\"plan\"] == \"premium\"'",
                      "mp fetch profiles members --cohort 12345 --output-properties '$email,plan'",
                      "mp fetch profiles --replace")
                  .name("table", "<NAME>")
                  .name("where", "-w", "--where")
                  .name("cohort_id", "-c", "--cohort")
                  .name("output_properties", "-o", "--output-properties")
                  .name("distinct_ids", "--distinct-id", "--distinct-ids")
                  .name("group_id", "-g", "--group-id")
                  .flags("mode", APPEND, REPLACE)),
          entry(
              "sync_table",
              Presentation.examples("mp sync events", "mp sync events --lookback 14")
                  .name("table", "<NAME>")
                  .name("lookback_days", "--lookback")));

  private FetchPresentations() {}
}
