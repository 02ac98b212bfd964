package dev.mixpaneldata.cli.ingest;

import dev.mixpaneldata.cli.command.Change;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.ProfileOperation;
import dev.mixpaneldata.ingest.ProfileReceipt;
import dev.mixpaneldata.ingest.ProfileUpdate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One of the commands {@code mp profiles set}, {@code add}, {@code delete} and so on. */
final class ProfileCommand implements Callable<Integer> {
  /** A dry run shows the first request. */
  private static final int SHOWN = 2000;

  private final CommandContext context;
  private final ProfileOperation operation;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The distinct id of the user, or the id of the group.")
  private @Nullable String id;

  @Option(
      names = {"-p", "--property"},
      paramLabel = "NAME[=VALUE]",
      description =
          "A property and its value as JSON; a value that is not JSON is text. For"
              + " unset, the name alone.")
  private List<String> properties = List.of();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Many profiles, one JSON object a line with $distinct_id and $properties; - for standard"
              + " input.")
  private @Nullable String file;

  @Option(
      names = "--group-key",
      paramLabel = "NAME",
      description = "Profiles of groups instead of users: the property that identifies a group.")
  private @Nullable String groupKey;

  @Option(names = "--dry-run", description = "Print the request, and send nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Remove values or profiles without asking.")
  private boolean yes;

  @Mixin private final OutputOptions output = new OutputOptions();

  ProfileCommand(CommandContext context, ProfileOperation operation) {
    this.context = context;
    this.operation = operation;
  }

  @Override
  public Integer call() throws IOException {
    ProfileLines lines = new ProfileLines(operation, Optional.ofNullable(groupKey));
    if ((id == null) == (file == null)) {
      throw MixpanelDataException.invalidArgument(
          id == null ? "No profile is named." : "One profile and a file are named.",
          "Give the id of one profile, or a file of many with --from.");
    }
    if (file != null && !properties.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The properties of many profiles are in the file.", "Leave --property out.");
    }
    if (dryRun) {
      try (Stream<ProfileUpdate> updates = updates(lines)) {
        List<ProfileUpdate> shown = updates.limit(SHOWN).toList();
        output.print(context, () -> context.workspace().ingest().preview(shown));
      }
      return 0;
    }
    if (file != null && !file.equals("-")) {
      // Read once before anything is sent, so that a fault in the file changes nothing.
      try (Stream<ProfileUpdate> updates = updates(lines)) {
        updates.forEach(update -> {});
      }
    }
    return send(lines);
  }

  private int send(ProfileLines lines) throws IOException {
    AtomicBoolean someRefused = new AtomicBoolean();
    try (Stream<ProfileUpdate> updates = updates(lines)) {
      output.print(
          context,
          () -> {
            ProfileReceipt receipt = change(updates);
            someRefused.set(!receipt.refused().isEmpty());
            return receipt;
          });
    }
    return someRefused.get() ? 1 : 0;
  }

  private ProfileReceipt change(Stream<ProfileUpdate> updates) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put(id == null ? "from" : "id", String.valueOf(id == null ? file : id));
    given.put("properties", properties);
    return new Change(context, "profiles " + operation.name().toLowerCase(Locale.ROOT), given)
        .make(
            () -> {
              if (operation.isDestructive()) {
                context.confirm(question(), yes, "--yes");
              }
              return context.workspace().ingest().profiles(updates);
            },
            receipt -> !receipt.refused().isEmpty());
  }

  private Stream<ProfileUpdate> updates(ProfileLines lines) throws IOException {
    if (id != null) {
      return Stream.of(lines.one(id, properties));
    }
    return lines.of(String.valueOf(file), context.in());
  }

  private String question() {
    String whose = id == null ? "all profiles in " + file : "'" + id + "'";
    String project = context.workspace().account().credentials().projectId();
    return operation.loss(whose, properties) + " in project " + project + "?";
  }
}
