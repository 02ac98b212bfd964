package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of links, of saved metrics and behaviors, and of the structure of data. */
final class AppPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "schema_graph",
              Presentation.examples(
                      "mp inspect schema-graph",
                      "mp inspect schema-graph -e Purchase",
                      "mp inspect schema-graph --table events",
                      "mp inspect schema-graph -p plan -f csv")
                  .name("property", "-p", "--property")),
          entry(
              "list_subproperties",
              Presentation.examples("mp inspect subproperties -e Purchase -p cart")),
          entry("business_context", Presentation.examples("mp inspect business-context")),
          entry(
              "list_metrics",
              Presentation.examples("mp metrics list")
                  .columns("id", "name", "type", "description")),
          entry(
              "get_metric",
              Presentation.examples("mp metrics get 9", "mp metrics get Revenue")
                  .name("reference", "<METRIC>")),
          entry(
              "query_metric",
              Presentation.examples(
                      "mp metrics query Revenue",
                      "mp metrics query 9 --from 2026-01-01 --to 2026-01-31 --unit week --on plan")
                  .name("reference", "<METRIC>")
                  .name("unit", "-u", "--unit")
                  .name("on", "-o", "--on")
                  .name("limit", "-l", "--limit")),
          entry(
              "list_behaviors",
              Presentation.examples("mp behaviors list")
                  .columns("id", "name", "type", "description")),
          entry(
              "get_behavior",
              Presentation.examples("mp behaviors get 5", "mp behaviors get Buying")
                  .name("reference", "<BEHAVIOR>")),
          entry(
              "query_behavior",
              Presentation.examples(
                      "mp behaviors query Buying",
                      "mp behaviors query 5 --from 2026-01-01 --to 2026-01-31")
                  .name("reference", "<BEHAVIOR>")
                  .name("unit", "-u", "--unit")
                  .name("on", "-o", "--on")
                  .name("limit", "-l", "--limit")),
          entry(
              "link_report",
              Presentation.examples(
                      "mp reports link 12345", "mp reports link --definition @report.json")
                  .name("bookmark_id", "<BOOKMARK_ID>")
                  .name("report_type", "-t", "--type")),
          entry(
              "resolve_link",
              Presentation.examples(
                      "mp reports resolve 'https://mixpanel.com/project/123456/app/insights#report/12345'")
                  .name("url", "<URL>")),
          entry(
              "query_link",
              Presentation.examples(
                      "mp query link 'https://mixpanel.com/project/123456/app/insights#report/12345'")
                  .name("url", "<URL>")));

  private AppPresentations() {}
}
