package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The presentation of the commands on projects, service accounts, personal data and imports from a
 * warehouse.
 */
final class AdministrationPresentations {
  private static final String REQUEST = "00000000-0000-4000-8000-000000000042";

  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_projects",
              Presentation.examples("mp projects list")
                  .columns("id", "name", "region", "timezone", "role")),
          entry(
              "list_workspaces",
              Presentation.examples("mp projects workspaces")
                  .columns("id", "name", "is_default", "is_global")),
          entry(
              "list_service_accounts",
              Presentation.examples("mp service-accounts list")
                  .columns("id", "username", "last_used", "expires")),
          entry(
              "list_project_service_accounts",
              Presentation.examples("mp service-accounts members")
                  .columns("id", "username", "role", "last_used")),
          entry("get_service_account", Presentation.examples("mp service-accounts get 42")),
          entry(
              "create_service_account",
              Presentation.examples(
                  "mp service-accounts create --username exports --role analyst --projects"
                      + " '[{\"id\": 12345, \"role\": \"analyst\"}]'",
                  "mp service-accounts create --username exports --dry-run")),
          entry(
              "delete_service_account",
              Presentation.examples(
                  "mp service-accounts delete 42", "mp service-accounts delete 42 --yes")),
          entry(
              "add_service_accounts_to_projects",
              Presentation.examples(
                  "mp service-accounts add-to-project --service-account-ids 42 --project-ids 12345"
                      + " --role analyst")),
          entry(
              "remove_service_accounts_from_projects",
              Presentation.examples(
                  "mp service-accounts remove-from-project --service-account-ids 42 --project-ids"
                      + " 12345")),
          entry(
              "create_data_retrieval",
              Presentation.examples(
                  "mp gdpr retrieve --distinct-ids user-1,user-2",
                  "mp gdpr retrieve --distinct-ids user-1 --compliance-type ccpa --disclosure-type"
                      + " categories")),
          entry("get_data_retrieval", Presentation.examples("mp gdpr retrieval " + REQUEST)),
          entry(
              "create_data_deletion",
              Presentation.examples(
                  "mp gdpr delete --distinct-ids user-1,user-2",
                  "mp gdpr delete --distinct-ids user-1 --dry-run")),
          entry("get_data_deletion", Presentation.examples("mp gdpr deletion " + REQUEST)),
          entry("cancel_data_deletion", Presentation.examples("mp gdpr cancel " + REQUEST)),
          entry(
              "list_warehouse_imports",
              Presentation.examples("mp warehouse-imports list")
                  .columns("id", "import_type", "sync_mode", "paused", "run_every")),
          entry("get_warehouse_import", Presentation.examples("mp warehouse-imports get 42")),
          entry(
              "create_warehouse_import",
              Presentation.examples(
                  "mp warehouse-imports create --import-type people --warehouse-source-id 7"
                      + " --table-params @table.json --sync-mode full_sync --user-column-name id"
                      + " --run-every daily")),
          entry(
              "update_warehouse_import",
              Presentation.examples("mp warehouse-imports update 42 --paused --run-every daily")),
          entry(
              "delete_warehouse_import",
              Presentation.examples(
                  "mp warehouse-imports delete 42",
                  "mp warehouse-imports delete 42 --delete-data --yes")),
          entry("run_warehouse_import", Presentation.examples("mp warehouse-imports run 42")),
          entry(
              "get_warehouse_import_history",
              Presentation.examples("mp warehouse-imports history 42")));

  private AdministrationPresentations() {}
}
