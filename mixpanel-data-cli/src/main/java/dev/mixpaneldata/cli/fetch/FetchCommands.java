package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.CommandEntry;
import java.util.List;

/** The commands of {@code mp fetch}, and {@code mp sync}. */
public final class FetchCommands {
  /** {@code mp sync}. */
  public static final CommandEntry SYNC =
      CommandEntry.of(
          "sync",
          "Bring a local table of events up to now",
          List.of("mp sync events", "mp sync events --lookback 14"),
          SyncCommand::new);

  private static final CommandEntry EVENTS =
      CommandEntry.of(
          "events",
          "Fetch the events of some days into a local table",
          List.of(
              "mp fetch events january --from 2026-01-01 --to 2026-01-31",
              "mp fetch events logins --from 2026-01-01 --to 2026-01-31 --events Login,Logout",
              "mp fetch events paid --from 2026-01-01 --to 2026-01-31"
                  + " --where 'properties[\"plan\"] == \"premium\"'",
              "mp fetch events january --from 2026-02-01 --to 2026-02-07 --append",
              "mp fetch events --from 2026-01-01 --to 2026-01-01 --stdout | wc -l"),
          FetchEventsCommand::new);

  private static final CommandEntry PROFILES =
      CommandEntry.of(
          "profiles",
          "Fetch user or group profiles into a local table",
          List.of(
              "mp fetch profiles",
              "mp fetch profiles premium --where 'properties[\"plan\"] == \"premium\"'",
              "mp fetch profiles members --cohort 12345 --output-properties '$email,plan'",
              "mp fetch profiles --replace"),
          FetchProfilesCommand::new);

  private FetchCommands() {}

  /** The group. */
  public static List<CommandEntry> all() {
    return List.of(EVENTS, PROFILES);
  }
}
