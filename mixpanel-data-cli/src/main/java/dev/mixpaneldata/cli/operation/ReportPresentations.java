package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** How reports look on the command line; short options are those of the Python tool. */
final class ReportPresentations {
  private static final String JANUARY = " --from 2026-01-01 --to 2026-01-31";

  static final Map<String, Presentation> BY_OPERATION =
      Map.ofEntries(
          entry(
              "segmentation",
              Presentation.examples(
                      "mp query segmentation -e \"Sign up\"" + JANUARY,
                      "mp query segmentation -e \"Sign up\" -o country -u week" + JANUARY)
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "funnel",
              Presentation.examples(
                      "mp query funnel 7509" + JANUARY,
                      "mp query funnel 7509 -u week -o '$browser'" + JANUARY)
                  .name("funnel_id", "<funnel_id>")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "retention",
              Presentation.examples(
                      "mp query retention -b \"Sign up\" -r Open" + JANUARY,
                      "mp query retention -b \"Sign up\" -r Open -u week -n 8" + JANUARY)
                  .name("born_event", "-b", "--born")
                  .name("return_event", "-r", "--return")
                  .name("unit", "-u", "--unit")
                  .name("interval", "-i", "--interval")
                  .name("interval_count", "-n", "--intervals")
                  .name("on", "-o", "--on")),
          entry(
              "event_counts",
              Presentation.examples("mp query event-counts -e Open,Buy" + JANUARY)
                  .name("events", "-e", "--events")
                  .name("type", "-t", "--type")
                  .name("unit", "-u", "--unit")),
          entry(
              "property_counts",
              Presentation.examples("mp query property-counts -e Buy -p plan" + JANUARY)
                  .name("property_name", "-p", "--property")
                  .name("type", "-t", "--type")
                  .name("unit", "-u", "--unit")
                  .name("limit", "-l", "--limit")),
          entry(
              "activity_feed",
              Presentation.examples("mp query activity-feed -U user-1,user-2" + JANUARY)
                  .name("distinct_ids", "-U", "--users")
                  .name("limit", "-l", "--limit")),
          entry(
              "frequency",
              Presentation.examples("mp query frequency -e Open" + JANUARY)
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "segmentation_numeric",
              Presentation.examples("mp query segmentation-numeric -e Buy -o amount" + JANUARY)
                  .name("on", "-o", "--on")
                  .name("type", "-t", "--type")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry("segmentation_sum", series("mp query segmentation-sum")),
          entry("segmentation_average", series("mp query segmentation-average")),
          entry(
              "property_distribution",
              Presentation.examples("mp inspect distribution -e Buy -p plan" + JANUARY)
                  .name("property_name", "-p", "--property")
                  .name("limit", "-l", "--limit")),
          entry(
              "numeric_summary",
              Presentation.examples("mp inspect numeric -e Buy -p amount" + JANUARY)
                  .name("property_name", "-p", "--property")),
          entry(
              "daily_counts",
              Presentation.examples("mp inspect daily -e Open,Buy" + JANUARY)
                  .name("events", "-e", "--events")),
          entry(
              "engagement_distribution",
              Presentation.examples("mp inspect engagement --buckets 1,5,20" + JANUARY)
                  .name("events", "-e", "--events")),
          entry(
              "property_coverage",
              Presentation.examples("mp inspect coverage -e Buy -p plan,amount" + JANUARY)
                  .name("properties", "-p", "--properties")),
          entry(
              "query_saved_report",
              Presentation.examples(
                      "mp query saved-report 4711", "mp query saved-report 4711 --type insights")
                  .name("bookmark_id", "<bookmark_id>")
                  .name("bookmark_type", "-t", "--type")),
          entry(
              "query_flows",
              Presentation.examples("mp query flows 4711").name("bookmark_id", "<bookmark_id>")),
          entry(
              "insights",
              Presentation.examples(
                      "mp query insights 4711", "mp query insights --definition @report.json")
                  .name("bookmark_id", "<bookmark_id>")),
          entry(
              "jql",
              Presentation.examples(
                      "mp query jql -c 'function main() { return [params.n] }' --params '{\"n\": 1}'")
                  .name("script", "-c", "--script")),
          entry(
              "query_profiles",
              Presentation.examples(
                      "mp query profiles -w 'properties[\"plan\"] == \"pro\"' -l 10",
                      "mp query profiles --cohort-id 1000")
                  .name("where", "-w", "--where")
                  .name("limit", "-l", "--limit")),
          entry(
              "profile_statistics",
              Presentation.examples(
                      "mp query profile-statistics",
                      "mp query profile-statistics --aggregate percentile -p age --percentile 90")
                  .name("property", "-p", "--property")
                  .name("where", "-w", "--where")));

  private ReportPresentations() {}

  private static Presentation series(String command) {
    return Presentation.examples(command + " -e Buy -o amount" + JANUARY)
        .name("on", "-o", "--on")
        .name("unit", "-u", "--unit")
        .name("where", "-w", "--where");
  }
}
