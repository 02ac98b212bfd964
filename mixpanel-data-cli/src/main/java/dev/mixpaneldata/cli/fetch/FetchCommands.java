package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.catalogue.FetchOperation;
import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.catalogue.LakeOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.profile.Profile;
import java.util.List;
import java.util.stream.Stream;

/** The commands of {@code mp fetch}, and {@code mp sync}. */
public final class FetchCommands {
  /** {@code mp sync}. */
  public static final CommandEntry SYNC =
      DerivedCommands.entry(
          FetchOperations.SYNC_TABLE.spec(),
          context -> new FetchCommand<>(FetchOperations.SYNC_TABLE, context).spec());

  /** {@code mp tables load}. */
  public static final CommandEntry LOAD =
      DerivedCommands.entry(
          LakeOperations.LOAD_EVENTS.spec(), context -> new LoadCommand(context).spec());

  private FetchCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return List.of(
        DerivedCommands.entry(FetchOperations.FETCH_PLAN),
        DerivedCommands.entry(
            FetchOperations.FETCH_EVENTS.spec(),
            context -> new EventsCommand(context, FetchCommands::events).spec()),
        streaming(FetchOperations.FETCH_PROFILES, FetchCommands::profiles));
  }

  private static <Q extends Record> CommandEntry streaming(
      FetchOperation<Q> operation, StreamingCommand.Lines<Q> lines) {
    return DerivedCommands.entry(
        operation.spec(), context -> new StreamingCommand<>(operation, context, lines).spec());
  }

  private static Stream<String> events(CommandContext context, FetchEvents request, boolean raw) {
    Export export = context.workspace().export();
    return raw
        ? export.rawEvents(request.query())
        : export.events(request.query()).map(ResultJson::text);
  }

  private static Stream<String> profiles(
      CommandContext context, FetchProfiles request, boolean raw) {
    Stream<Profile> profiles = context.workspace().export().profiles(request.query());
    return profiles.map(raw ? FetchCommands::asSent : ResultJson::text);
  }

  private static String asSent(Profile profile) {
    return "{\"$distinct_id\":"
        + ResultJson.text(profile.distinctId())
        + ",\"$properties\":"
        + profile.properties()
        + "}";
  }
}
