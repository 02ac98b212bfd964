package dev.mixpaneldata.cli.query;

import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import java.util.List;
import java.util.stream.Stream;

/** The commands of {@code mp query}. */
public final class QueryCommands {
  private static final CommandEntry SQL =
      CommandEntry.of(
          "sql",
          "Run SQL on the local tables",
          List.of(
              "mp query sql \"SELECT event_name, count(*) FROM events GROUP BY ALL\"",
              "mp query sql -s \"SELECT count(*) FROM events\"",
              "mp query sql -F report.sql -f csv > report.csv",
              "echo \"SELECT 1\" | mp query sql -"),
          SqlCommand::new);

  private static final CommandEntry JQL =
      CommandEntry.of(
          "jql",
          "Run a JQL script; Mixpanel has JQL in maintenance mode",
          List.of(
              "mp query jql signups.js -P from=2026-01-01 -P to=2026-01-31",
              "mp query jql -c \"function main() { return People().reduce(mixpanel.reducer.count())"
                  + " }\"",
              "mp query jql signups.js --params '{\"least\": 5}' -f csv"),
          JqlCommand::new);

  private QueryCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return Stream.concat(Stream.of(SQL, JQL), DerivedCommands.of("query").stream()).toList();
  }
}
