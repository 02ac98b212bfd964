package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** The presentation of the commands that inspect a project. */
final class DiscoveryPresentations {
  static final Map<String, Presentation> ALL =
      Map.ofEntries(
          entry(
              "list_events",
              Presentation.examples("mp inspect events", "mp inspect events -f plain")),
          entry("list_properties", Presentation.examples("mp inspect properties -e \"Sign up\"")),
          entry(
              "list_property_values",
              Presentation.examples(
                      "mp inspect values -p plan", "mp inspect values -p plan -e Purchase -l 20")
                  .name("limit", "-l", "--limit")),
          entry("list_funnels", Presentation.examples("mp inspect funnels")),
          entry(
              "list_cohorts",
              Presentation.examples("mp inspect cohorts")
                  .columns("id", "name", "count", "description")),
          entry(
              "top_events",
              Presentation.examples(
                      "mp inspect top-events", "mp inspect top-events -t unique -l 20")
                  .name("type", "-t", "--type")
                  .name("limit", "-l", "--limit")),
          entry("clear_discovery_cache", Presentation.examples("mp inspect refresh")),
          entry(
              "list_bookmarks",
              Presentation.examples("mp inspect bookmarks", "mp inspect bookmarks -t funnels")
                  .name("bookmark_type", "-t", "--type")
                  .name("limit", "-l", "--limit")
                  .columns("id", "name", "type", "modified")),
          entry(
              "lexicon_schemas",
              Presentation.examples(
                      "mp inspect lexicon-schemas", "mp inspect lexicon-schemas -t event")
                  .name("entity_type", "-t", "--type")),
          entry(
              "lexicon_schema",
              Presentation.examples("mp inspect lexicon-schema -t event -n \"Sign up\"")
                  .name("entity_type", "-t", "--type")
                  .name("name", "-n", "--name")));

  private DiscoveryPresentations() {}
}
