package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands on the Lexicon and on registered schemas. */
final class LexiconPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "get_event_definitions",
              Presentation.examples(
                      "mp lexicon events get --names \"Sign up,Purchase\"", "mp lexicon events get")
                  .columns(
                      "name",
                      "display_name",
                      "description",
                      "hidden",
                      "dropped",
                      "verified",
                      "tags")),
          entry(
              "update_event_definition",
              Presentation.examples(
                      "mp lexicon events update --name Purchase --description \"An order was paid\" --verified",
                      "mp lexicon events update --name Purchase --tags core --no-hidden --dry-run")
                  .name("event_name", "--name")),
          entry(
              "delete_event_definition",
              Presentation.examples(
                      "mp lexicon events delete --name \"Sign up\"",
                      "mp lexicon events delete --name \"Sign up\" --yes")
                  .name("event_name", "--name")),
          entry(
              "bulk_update_event_definitions",
              Presentation.examples(
                      "mp lexicon events bulk-update --data '[{\"name\": \"Purchase\", \"hidden\": true}]'",
                      "mp lexicon events bulk-update --data @definitions.json --dry-run")
                  .name("events", "--data")
                  .columns("name", "description", "hidden", "dropped", "verified", "tags")),
          entry(
              "get_property_definitions",
              Presentation.examples(
                      "mp lexicon properties get --names plan,amount",
                      "mp lexicon properties get --resource-type user")
                  .columns(
                      "name", "resource_type", "description", "hidden", "dropped", "sensitive")),
          entry(
              "update_property_definition",
              Presentation.examples(
                      "mp lexicon properties update --name plan --sensitive",
                      "mp lexicon properties update --name plan --resource-type user --description \"What they pay for\" --dry-run")
                  .name("property_name", "--name")),
          entry(
              "bulk_update_property_definitions",
              Presentation.examples(
                      "mp lexicon properties bulk-update --data '[{\"name\": \"plan\", \"resourceType\": \"Event\", \"hidden\": true}]'")
                  .name("properties", "--data")
                  .columns(
                      "name", "resource_type", "description", "hidden", "dropped", "sensitive")),
          entry("list_lexicon_tags", Presentation.examples("mp lexicon tags list")),
          entry(
              "create_lexicon_tag", Presentation.examples("mp lexicon tags create --name growth")),
          entry(
              "update_lexicon_tag",
              Presentation.examples("mp lexicon tags update --id 42 --name essential")
                  .name("tag_id", "--id")),
          entry(
              "delete_lexicon_tag",
              Presentation.examples(
                      "mp lexicon tags delete --name core",
                      "mp lexicon tags delete --name core --yes")
                  .name("tag_name", "--name")),
          entry(
              "get_tracking_metadata",
              Presentation.examples("mp lexicon tracking-metadata --event-name Purchase")),
          entry(
              "get_event_history",
              Presentation.examples("mp lexicon event-history --event-name Purchase")),
          entry(
              "get_property_history",
              Presentation.examples(
                      "mp lexicon property-history --property-name plan --entity-type event")
                  .name("property_name", "--property-name")),
          entry(
              "export_lexicon",
              Presentation.examples(
                      "mp lexicon export", "mp lexicon export --types events --file lexicon.json")
                  .name("export_types", "--types")),
          entry(
              "list_schema_registry",
              Presentation.examples("mp schemas list --entity-type event")
                  .columns("entity_type", "name", "version", "schema_json")),
          entry(
              "create_schema",
              Presentation.examples(
                  "mp schemas create --entity-type event --entity-name Purchase --schema-json '{\"properties\": {\"amount\": {\"type\": \"number\"}}}'")),
          entry(
              "create_schemas_bulk",
              Presentation.examples(
                  "mp schemas create-bulk --entries @schemas.json",
                  "mp schemas create-bulk --entries @schemas.json --truncate --entity-type event --yes")),
          entry(
              "update_schema",
              Presentation.examples(
                  "mp schemas update --entity-type event --entity-name \"Sign up\" --schema-json '{\"description\": \"A new user\"}'")),
          entry(
              "update_schemas_bulk",
              Presentation.examples("mp schemas update-bulk --entries @schemas.json")
                  .columns("entity_type", "name", "status", "error")),
          entry(
              "delete_schemas",
              Presentation.examples(
                  "mp schemas delete --entity-type event --entity-name \"Sign up\"",
                  "mp schemas delete --yes")));

  private LexiconPresentations() {}
}
