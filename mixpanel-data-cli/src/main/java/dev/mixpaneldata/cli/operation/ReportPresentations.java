package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands that run reports. */
final class ReportPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "segmentation",
              Presentation.examples(
                      "mp query segmentation -e \"Sign up\" --from 2026-01-01 --to 2026-01-31",
                      "mp query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 --on plan --unit week",
                      "mp query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 --source auto --chart",
                      "mp query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 --rolling 7 --local events",
                      "mp query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 --local events --by-cohort 'did Purchase at least 3 times'",
                      "mp query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 -w 'properties[\"plan\"] == \"pro\"'")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")
                  .name("type", "-t", "--type")
                  .name("limit", "-l", "--limit")),
          entry(
              "insights",
              Presentation.examples(
                      "mp query insights --metric Purchase --last 30d",
                      "mp query insights --metric 'unique(Sign up)' --metric 'unique(Purchase)' --formula 'Conversion = B/A*100' --from 2026-01-01 --to 2026-01-31",
                      "mp query insights --metric 'average(Purchase, amount)' --by plan --by 'amount by 50 from 0 to 500' --last 12w --unit week",
                      "mp query insights --metric Purchase --last 7d --compare week --chart",
                      "mp query insights --metric 'p90(Purchase, amount)' --per-user total --total --last 30d --local events",
                      "mp query insights --metric Purchase --last 30d --definition")
                  .name("metrics", "-m", "--metric", "--metrics")
                  .name("formulas", "--formula", "--formulas")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")
                  .name("limit", "-l", "--limit")),
          entry(
              "funnel",
              Presentation.examples(
                      "mp query funnel 12345 --from 2026-01-01 --to 2026-01-31",
                      "mp query funnel --from 2026-01-01 --to 2026-01-31 --step \"Sign up\" --step 'Purchase[properties[\"amount\"] > 10]' --window 7d --on plan --local events --chart")
                  .name("funnel_id", "<FUNNEL_ID>")
                  .columns(
                      "segment",
                      "step",
                      "event",
                      "count",
                      "conversion_rate",
                      "overall_conversion_rate")
                  .name("steps", "--step", "--steps")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "retention",
              Presentation.examples(
                      "mp query retention -b \"Sign up\" -r Purchase --from 2026-01-01 --to 2026-01-31",
                      "mp query retention -b \"Sign up\" --from 2026-01-01 --to 2026-01-31 --unit week --intervals 8")
                  .name("born_event", "-b", "--born")
                  .name("return_event", "-r", "--return")
                  .name("interval", "-i", "--interval")
                  .name("interval_count", "-n", "--interval-count", "--intervals")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")),
          entry(
              "event_counts",
              Presentation.examples(
                      "mp query event-counts -e \"Sign up,Purchase\" --from 2026-01-01 --to 2026-01-31")
                  .name("type", "-t", "--type")
                  .name("unit", "-u", "--unit")
                  .name("events", "-e", "--events")),
          entry(
              "property_counts",
              Presentation.examples(
                      "mp query property-counts -e Purchase -p plan --from 2026-01-01 --to 2026-01-31")
                  .name("type", "-t", "--type")
                  .name("unit", "-u", "--unit")
                  .name("limit", "-l", "--limit")),
          entry(
              "activity_feed",
              Presentation.examples(
                      "mp query activity-feed -U user-1",
                      "mp query activity-feed -U user-1,user-2 --from 2026-01-01 --to 2026-01-31")
                  .name("distinct_ids", "-U", "--users")),
          entry(
              "frequency",
              Presentation.examples(
                      "mp query frequency --from 2026-01-01 --to 2026-01-31",
                      "mp query frequency -e Purchase --from 2026-01-01 --to 2026-01-31 --unit week --addiction-unit day")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "segmentation_numeric",
              Presentation.examples(
                      "mp query segmentation-numeric -e Purchase --on amount --from 2026-01-01 --to 2026-01-31")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")
                  .name("type", "-t", "--type")),
          entry(
              "segmentation_sum",
              Presentation.examples(
                      "mp query segmentation-sum -e Purchase --on amount --from 2026-01-01 --to 2026-01-31")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "segmentation_average",
              Presentation.examples(
                      "mp query segmentation-average -e Purchase --on amount --from 2026-01-01 --to 2026-01-31")
                  .name("on", "-o", "--on")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "property_distribution",
              Presentation.examples(
                      "mp inspect distribution -e Purchase -p plan --from 2026-01-01 --to 2026-01-31")
                  .name("limit", "-l", "--limit")),
          entry(
              "numeric_summary",
              Presentation.examples(
                  "mp inspect numeric -e Purchase -p amount --from 2026-01-01 --to 2026-01-31 --percentiles 50,95")),
          entry(
              "daily_counts",
              Presentation.examples(
                      "mp inspect daily --from 2026-01-01 --to 2026-01-31",
                      "mp inspect daily -e \"Sign up,Purchase\" --from 2026-01-01 --to 2026-01-31")
                  .name("events", "-e", "--events")),
          entry(
              "engagement_distribution",
              Presentation.examples(
                      "mp inspect engagement --from 2026-01-01 --to 2026-01-31 --buckets 1,5,10")
                  .name("events", "-e", "--events")),
          entry(
              "property_coverage",
              Presentation.examples(
                      "mp inspect coverage -e Purchase -p plan,amount --from 2026-01-01 --to 2026-01-31")
                  .name("properties", "-p", "--properties")),
          entry(
              "event_paths",
              Presentation.examples(
                      "mp query paths -e Purchase --from 2026-01-01 --to 2026-01-31 --forward 0 --reverse 3",
                      "mp query paths -e \"Sign up\" --from 2026-01-01 --to 2026-01-31 --chart",
                      "mp query paths -e \"Sign up\" -e 'Purchase[properties[\"amount\"] > 10]' --last 30d --exclusions Refund --view tree")
                  .name("event", "-e", "--event", "--events")
                  .name("where", "-w", "--where")),
          entry(
              "active_users",
              Presentation.examples(
                      "mp query active-users --from 2026-01-30 --to 2026-01-31 --days 1,7,30 --local events",
                      "mp query active-users --from 2026-01-01 --to 2026-01-31 --chart")
                  .name("events", "-e", "--events")
                  .name("where", "-w", "--where")),
          entry(
              "sessions",
              Presentation.examples(
                      "mp query sessions --from 2026-01-01 --to 2026-01-31 --timeout 10m --unit week",
                      "mp query sessions --from 2026-01-01 --to 2026-01-31 -f table")
                  .name("events", "-e", "--events")
                  .name("unit", "-u", "--unit")
                  .name("where", "-w", "--where")),
          entry(
              "query_saved_report",
              Presentation.examples(
                      "mp query saved-report 12345",
                      "mp query saved-report 12345 --type funnels --from 2026-01-01 --to 2026-01-31")
                  .name("bookmark_id", "<BOOKMARK_ID>")
                  .name("bookmark_type", "-t", "--type")),
          entry(
              "query_flows",
              Presentation.examples("mp query flows 12345").name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "query_definition",
              Presentation.examples("mp query definition @report.json")
                  .name("definition", "<DEFINITION>")),
          entry(
              "query_profiles",
              Presentation.examples(
                      "mp query profiles -w 'properties[\"plan\"] == \"pro\"' --limit 10",
                      "mp query profiles --sort-by amount --cohort-definition 'did Purchase in the last 30 days'")
                  .name("where", "-w", "--where")
                  .name("limit", "-l", "--limit")
                  .name("output_properties", "-o", "--output-properties")
                  .name("group_id", "-g", "--group-id")
                  .name("cohort_id", "-c", "--cohort")),
          entry(
              "profile_statistics",
              Presentation.examples(
                      "mp query profile-statistics",
                      "mp query profile-statistics --aggregate percentile --property amount --percentile 95",
                      "mp query profile-statistics --by-cohorts 1000")
                  .name("where", "-w", "--where")));

  private ReportPresentations() {}
}
