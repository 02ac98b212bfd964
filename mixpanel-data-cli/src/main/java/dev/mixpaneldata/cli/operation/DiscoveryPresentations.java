package dev.mixpaneldata.cli.operation;

import static java.util.Map.entry;

import java.util.Map;

/** How discovery looks on the command line; short options are those of the Python tool. */
final class DiscoveryPresentations {
  static final Map<String, Presentation> BY_OPERATION =
      Map.ofEntries(
          entry("list_events", Presentation.examples("mp inspect events")),
          entry("list_properties", Presentation.examples("mp inspect properties -e \"Sign up\"")),
          entry(
              "list_property_values",
              Presentation.examples("mp inspect values -p plan -e \"Sign up\" -l 20")
                  .name("property_name", "-p", "--property")
                  .name("limit", "-l", "--limit")),
          entry("list_funnels", Presentation.examples("mp inspect funnels")),
          entry(
              "list_cohorts",
              Presentation.examples("mp inspect cohorts")
                  .columns("id", "name", "count", "description")),
          entry(
              "top_events",
              Presentation.examples("mp inspect top-events -t unique -l 5")
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
              Presentation.examples("mp inspect lexicon-schemas -t event")
                  .name("entity_type", "-t", "--type")),
          entry(
              "lexicon_schema",
              Presentation.examples("mp inspect lexicon-schema -t event -n \"Sign up\"")
                  .name("entity_type", "-t", "--type")
                  .name("name", "-n", "--name")));

  private DiscoveryPresentations() {}
}
