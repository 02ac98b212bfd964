package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on saved reports. */
final class BookmarkPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_bookmarks_v2",
              Presentation.examples("mp reports list", "mp reports list --type funnels")
                  .name("bookmark_type", "-t", "--type")
                  .columns("id", "name", "type", "dashboard_id", "modified")),
          entry(
              "get_bookmark",
              Presentation.examples("mp reports get 42", "mp reports get 42 --jq .params")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "create_bookmark",
              Presentation.examples(
                      "mp reports create --name Sign-ups --type insights --params @report.json"
                          + " --dashboard-id 42",
                      "mp reports create -n Sign-ups -t insights -p @report.json --dry-run")
                  .name("name", "-n", "--name")
                  .name("bookmark_type", "-t", "--type")
                  .name("params", "-p", "--params")
                  .name("description", "-d", "--description")
                  .name("dashboard_id", "--dashboard-id")),
          entry(
              "update_bookmark",
              Presentation.examples("mp reports update 42 --name \"Sign-ups by plan\"")
                  .name("bookmark_id", "<BOOKMARK_ID>")
                  .name("name", "-n", "--name")
                  .name("params", "-p", "--params")
                  .name("description", "-d", "--description")
                  .name("dashboard_id", "--dashboard-id")),
          entry(
              "delete_bookmark",
              Presentation.examples("mp reports delete 42", "mp reports delete 42 --yes")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "bulk_delete_bookmarks",
              Presentation.examples("mp reports bulk-delete --ids 42,43 --yes")),
          entry(
              "bulk_update_bookmarks",
              Presentation.examples(
                      "mp reports bulk-update --entries '[{\"id\": 42, \"name\": \"Sign-ups\"}]'")
                  .name("entries", "-e", "--entries")),
          entry(
              "bookmark_linked_dashboard_ids",
              Presentation.examples("mp reports linked-dashboards 42")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "get_bookmark_dashboard_ids",
              Presentation.examples("mp reports dashboard-ids 42")
                  .name("bookmark_id", "<BOOKMARK_ID>")),
          entry(
              "get_bookmark_history",
              Presentation.examples("mp reports history 42", "mp reports history 42 --page-size 20")
                  .name("bookmark_id", "<BOOKMARK_ID>")));

  private BookmarkPresentations() {}
}
