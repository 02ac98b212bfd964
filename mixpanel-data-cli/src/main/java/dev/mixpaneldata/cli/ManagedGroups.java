package dev.mixpaneldata.cli;

import dev.mixpaneldata.cli.command.CommandGroup;
import dev.mixpaneldata.cli.lookup.LookupCommands;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import java.util.List;
import java.util.Map;

/** The groups of commands on what Mixpanel's web application manages. */
final class ManagedGroups {
  static final List<CommandGroup> ALL =
      List.of(
          new CommandGroup(
              "annotations",
              "Look at and change the notes on the timeline",
              () -> DerivedCommands.of("annotations"),
              Map.of("tags", "Tags of annotations")),
          group("dashboards", "Look at, make and change boards"),
          group("reports", "Look at, save and change saved reports"),
          group("experiments", "Look at, run and decide experiments"),
          group("flags", "Look at and change feature flags"),
          group("alerts", "Look at and change alerts on saved reports"),
          group("webhooks", "Look at and change the addresses that Mixpanel calls"),
          new CommandGroup(
              "lexicon",
              "Look at and change what the Lexicon says, and examine the data",
              () -> DerivedCommands.of("lexicon"),
              Map.of(
                  "events", "Definitions of events",
                  "properties", "Definitions of properties",
                  "tags", "Tags of events",
                  "enforcement", "Enforcement of schemas",
                  "anomalies", "Unusual counts of events and properties",
                  "deletion-requests", "Requests to erase events")),
          group("schemas", "Look at and change the registered schemas of events and profiles"),
          group("cohorts", "Look at and change saved cohorts"),
          group("drop-filters", "Look at and change the rules that discard events"),
          group("custom-properties", "Look at and change properties computed from others"),
          group("custom-events", "Look at and change names for several events"),
          new CommandGroup(
              "lookup-tables", "Look at, upload and download lookup tables", LookupCommands::all),
          group("identity", "Join the ids of users"),
          group("pipelines", "Look at and change exports to storage or a warehouse"),
          group("projects", "List projects and their workspaces"),
          group("service-accounts", "Look at and change the accounts of programs"),
          group("gdpr", "Ask for the data of people, or for its deletion"),
          group("warehouse-imports", "Look at, change and run imports from a warehouse"));

  private ManagedGroups() {}

  private static CommandGroup group(String name, String summary) {
    return new CommandGroup(name, summary, () -> DerivedCommands.of(name));
  }
}
