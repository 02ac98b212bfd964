package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on drop filters, custom properties and custom events. */
final class GovernancePresentations {
  private static final String NAMED = "--id";

  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_drop_filters",
              Presentation.examples("mp drop-filters list")
                  .columns("id", "event_name", "active", "display_name", "created")),
          entry(
              "create_drop_filter",
              Presentation.examples(
                  "mp drop-filters create --event-name Debug --filters @filters.json",
                  "mp drop-filters create --event-name Debug --filters '[]' --dry-run")),
          entry(
              "update_drop_filter",
              Presentation.examples("mp drop-filters update --id 42 --no-active")
                  .name("drop_filter_id", NAMED)),
          entry(
              "delete_drop_filter",
              Presentation.examples(
                      "mp drop-filters delete --id 42", "mp drop-filters delete --id 42 --yes")
                  .name("drop_filter_id", NAMED)),
          entry("get_drop_filter_limits", Presentation.examples("mp drop-filters limits")),
          entry(
              "list_custom_properties",
              Presentation.examples("mp custom-properties list")
                  .columns("custom_property_id", "name", "resource_type", "display_formula")),
          entry(
              "get_custom_property",
              Presentation.examples("mp custom-properties get --id 42")
                  .name("custom_property_id", NAMED)),
          entry(
              "create_custom_property",
              Presentation.examples(
                  "mp custom-properties create --name Margin --resource-type events"
                      + " --display-formula \"A - B\" --composed-properties @composed.json",
                  "mp custom-properties create --name Margin --resource-type events"
                      + " --display-formula \"A - B\" --composed-properties @composed.json"
                      + " --dry-run")),
          entry(
              "update_custom_property",
              Presentation.examples("mp custom-properties update --id 42 --name \"Gross margin\"")
                  .name("custom_property_id", NAMED)),
          entry(
              "delete_custom_property",
              Presentation.examples(
                      "mp custom-properties delete --id 42",
                      "mp custom-properties delete --id 42 --yes")
                  .name("custom_property_id", NAMED)),
          entry(
              "validate_custom_property",
              Presentation.examples(
                  "mp custom-properties validate --name Margin --resource-type events"
                      + " --display-formula \"A - B\" --composed-properties @composed.json")),
          entry(
              "list_custom_events",
              Presentation.examples("mp custom-events list")
                  .columns("custom_event_id", "name", "description", "hidden")),
          entry(
              "create_custom_event",
              Presentation.examples(
                  "mp custom-events create --name \"Any purchase\" --alternatives"
                      + " Purchase,Renewal")),
          entry(
              "update_custom_event",
              Presentation.examples(
                  "mp custom-events update --name \"Any purchase\" --description \"Money comes"
                      + " in\"",
                  "mp custom-events update --custom-event-id 42 --no-hidden")),
          entry(
              "delete_custom_event",
              Presentation.examples(
                  "mp custom-events delete --name \"Any purchase\"",
                  "mp custom-events delete --custom-event-id 42 --yes")));

  private GovernancePresentations() {}
}
