package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on experiments and feature flags. */
final class ExperimentPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_experiments",
              Presentation.examples("mp experiments list", "mp experiments list --include-archived")
                  .columns("id", "name", "status", "start_date", "end_date")),
          entry(
              "get_experiment",
              Presentation.examples("mp experiments get 00000000-0000-4000-8000-000000000042")),
          entry(
              "create_experiment",
              Presentation.examples(
                  "mp experiments create --name \"New checkout\" --hypothesis \"More purchases\"")),
          entry(
              "update_experiment",
              Presentation.examples(
                  "mp experiments update 00000000-0000-4000-8000-000000000042 --description \"The"
                      + " short form\"")),
          entry(
              "delete_experiment",
              Presentation.examples(
                  "mp experiments delete 00000000-0000-4000-8000-000000000042",
                  "mp experiments delete 00000000-0000-4000-8000-000000000042 --yes")),
          entry(
              "launch_experiment",
              Presentation.examples("mp experiments launch 00000000-0000-4000-8000-000000000042")),
          entry(
              "conclude_experiment",
              Presentation.examples(
                  "mp experiments conclude 00000000-0000-4000-8000-000000000043")),
          entry(
              "decide_experiment",
              Presentation.examples(
                  "mp experiments decide 00000000-0000-4000-8000-000000000044 --success --variant"
                      + " treatment")),
          entry(
              "archive_experiment",
              Presentation.examples("mp experiments archive 00000000-0000-4000-8000-000000000042")),
          entry(
              "restore_experiment",
              Presentation.examples("mp experiments restore 00000000-0000-4000-8000-000000000042")),
          entry(
              "duplicate_experiment",
              Presentation.examples(
                  "mp experiments duplicate 00000000-0000-4000-8000-000000000042 --name \"New"
                      + " checkout, again\"")),
          entry("list_erf_experiments", Presentation.examples("mp experiments erf")),
          entry(
              "list_feature_flags",
              Presentation.examples("mp flags list", "mp flags list --include-archived")
                  .columns("id", "name", "key", "status", "modified")),
          entry(
              "get_feature_flag",
              Presentation.examples("mp flags get 00000000-0000-4000-8000-000000000042")),
          entry(
              "create_feature_flag",
              Presentation.examples(
                  "mp flags create --name \"Dark mode\" --key dark_mode",
                  "mp flags create --name \"Dark mode\" --key dark_mode --ruleset @ruleset.json"
                      + " --dry-run")),
          entry(
              "update_feature_flag",
              Presentation.examples(
                  "mp flags update 00000000-0000-4000-8000-000000000042 --name \"Dark mode\" --key"
                      + " dark_mode --status enabled --ruleset @ruleset.json")),
          entry(
              "delete_feature_flag",
              Presentation.examples(
                  "mp flags delete 00000000-0000-4000-8000-000000000042",
                  "mp flags delete 00000000-0000-4000-8000-000000000042 --yes")),
          entry(
              "archive_feature_flag",
              Presentation.examples("mp flags archive 00000000-0000-4000-8000-000000000042")),
          entry(
              "restore_feature_flag",
              Presentation.examples("mp flags restore 00000000-0000-4000-8000-000000000042")),
          entry(
              "duplicate_feature_flag",
              Presentation.examples("mp flags duplicate 00000000-0000-4000-8000-000000000042")),
          entry(
              "set_flag_test_users",
              Presentation.examples(
                  "mp flags set-test-users 00000000-0000-4000-8000-000000000042 --users '{\"On\":"
                      + " \"user-1\"}'")),
          entry(
              "get_flag_history",
              Presentation.examples("mp flags history 00000000-0000-4000-8000-000000000042")),
          entry("get_flag_limits", Presentation.examples("mp flags limits")),
          entry(
              "evaluate_feature_flags",
              Presentation.examples(
                      "mp flags evaluate --distinct-id user-1",
                      "mp flags evaluate --distinct-id user-1 --custom-properties"
                          + " '{\"country\": \"FR\"}'")
                  .columns("flag", "variant_key", "variant_value")),
          entry(
              "get_flag_definitions",
              Presentation.examples("mp flags definitions")
                  .columns("key", "name", "status", "context")));

  private ExperimentPresentations() {}
}
