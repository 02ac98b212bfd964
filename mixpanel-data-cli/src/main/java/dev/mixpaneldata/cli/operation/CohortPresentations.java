package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on saved cohorts. */
final class CohortPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_cohorts_full",
              Presentation.examples("mp cohorts list", "mp cohorts list --ids 1000,1001")
                  .columns("id", "name", "count", "description", "last_edited")),
          entry("get_cohort", Presentation.examples("mp cohorts get 1000")),
          entry(
              "create_cohort",
              Presentation.examples(
                  "mp cohorts create --name \"Power users\" --definition @cohort.json",
                  "mp cohorts create --name \"Power users\" --definition @cohort.json --dry-run")),
          entry(
              "update_cohort",
              Presentation.examples("mp cohorts update 1000 --name \"Very active\"")),
          entry(
              "delete_cohort",
              Presentation.examples("mp cohorts delete 1000", "mp cohorts delete 1000 --yes")),
          entry(
              "bulk_delete_cohorts",
              Presentation.examples("mp cohorts bulk-delete --ids 1000,1001 --yes")),
          entry(
              "bulk_update_cohorts",
              Presentation.examples(
                  "mp cohorts bulk-update --entries '[{\"id\": 1000, \"name\": \"Active\"}]'")));

  private CohortPresentations() {}
}
