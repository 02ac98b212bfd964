package dev.mixpaneldata.cli.ingest;

import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.ingest.ProfileOperation;
import java.util.List;

/** The commands of {@code mp profiles}, one for each operation. */
public final class ProfileCommands {
  private ProfileCommands() {}

  /** The group. */
  public static List<CommandEntry> all() {
    return List.of(
        entry(
            ProfileOperation.SET,
            "Set properties of profiles, replacing values that are there",
            "mp profiles set user-1 -p plan=pro -p seats=3",
            "mp profiles set --from profiles.jsonl --dry-run"),
        entry(
            ProfileOperation.SET_ONCE,
            "Set properties that profiles do not have yet",
            "mp profiles set-once user-1 -p first_source=search"),
        entry(
            ProfileOperation.ADD,
            "Add to numbers of profiles",
            "mp profiles add user-1 -p orders=1 -p credit=-5"),
        entry(
            ProfileOperation.APPEND,
            "Append a value each to lists of profiles",
            "mp profiles append user-1 -p visited=pricing"),
        entry(
            ProfileOperation.UNION,
            "Add values to lists of profiles that do not have them yet",
            "mp profiles union user-1 -p 'interests=[\"tea\",\"maps\"]'"),
        entry(
            ProfileOperation.REMOVE,
            "Remove a value each from lists of profiles",
            "mp profiles remove user-1 -p interests=tea --yes"),
        entry(
            ProfileOperation.UNSET,
            "Remove properties of profiles",
            "mp profiles unset user-1 -p plan -p seats --yes"),
        entry(
            ProfileOperation.DELETE,
            "Delete profiles",
            "mp profiles delete user-1 --yes",
            "mp profiles delete acme --group-key company --yes"));
  }

  private static CommandEntry entry(
      ProfileOperation operation, String summary, String... examples) {
    return CommandEntry.of(
        operation.wireName().substring(1).replace('_', '-'),
        summary,
        List.of(examples),
        context -> new ProfileCommand(context, operation));
  }
}
