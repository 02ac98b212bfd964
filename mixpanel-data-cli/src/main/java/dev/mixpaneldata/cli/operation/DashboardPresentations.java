package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on boards. */
final class DashboardPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_dashboards",
              Presentation.examples("mp dashboards list", "mp dashboards list --ids 42,43")
                  .columns("id", "title", "description", "creator_name", "modified")),
          entry(
              "get_dashboard",
              Presentation.examples("mp dashboards get 42", "mp dashboards get 42 --jq .layout")),
          entry(
              "create_dashboard",
              Presentation.examples(
                      "mp dashboards create --title KPIs --rows @board.json",
                      "mp dashboards create --title \"Copy of KPIs\" --duplicate 42 --private",
                      "mp dashboards create --title KPIs --rows @board.json --dry-run")
                  .name("is_private", "--private")
                  .name("is_restricted", "--restricted")),
          entry(
              "update_dashboard",
              Presentation.examples(
                      "mp dashboards update 42 --title \"Weekly KPIs\"",
                      "mp dashboards update 42 --no-private")
                  .name("is_private", "--private")
                  .name("is_restricted", "--restricted")),
          entry(
              "delete_dashboard",
              Presentation.examples("mp dashboards delete 42", "mp dashboards delete 42 --yes")),
          entry(
              "bulk_delete_dashboards",
              Presentation.examples("mp dashboards bulk-delete --ids 42,43 --yes")),
          entry("favorite_dashboard", Presentation.examples("mp dashboards favorite 42")),
          entry("unfavorite_dashboard", Presentation.examples("mp dashboards unfavorite 42")),
          entry("pin_dashboard", Presentation.examples("mp dashboards pin 42")),
          entry("unpin_dashboard", Presentation.examples("mp dashboards unpin 42")),
          entry(
              "add_report_to_dashboard",
              Presentation.examples("mp dashboards add-report 42 42")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "remove_report_from_dashboard",
              Presentation.examples("mp dashboards remove-report 42 42")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "update_report_link",
              Presentation.examples("mp dashboards update-report-link 42 7 --type embedded")
                  .name("report_link_id", "<REPORT_LINK_ID>")),
          entry(
              "update_text_card",
              Presentation.examples(
                      "mp dashboards update-text-card 42 8 --markdown \"<h2>Growth</h2>\"")
                  .name("text_card_id", "<TEXT_CARD_ID>")),
          entry("get_dashboard_erf", Presentation.examples("mp dashboards erf 42")),
          entry(
              "create_rca_dashboard",
              Presentation.examples(
                  "mp dashboards rca --source-id 7 --source-data '{\"type\": \"anomaly\"}'")),
          entry(
              "list_blueprint_templates",
              Presentation.examples(
                  "mp dashboards blueprints", "mp dashboards blueprints --include-reports")),
          entry(
              "create_blueprint",
              Presentation.examples("mp dashboards blueprint-create company_kpis")
                  .name("template_type", "<TEMPLATE_TYPE>")),
          entry("get_blueprint_config", Presentation.examples("mp dashboards blueprint-config 42")),
          entry(
              "update_blueprint_cohorts",
              Presentation.examples(
                  "mp dashboards blueprint-cohorts --cohorts '[{\"id\": 1000}]'")),
          entry(
              "finalize_blueprint",
              Presentation.examples(
                  "mp dashboards blueprint-finish 42 --cards '[{\"type\": \"text\", \"markdown\":"
                      + " \"Done\"}]'")));

  private DashboardPresentations() {}
}
