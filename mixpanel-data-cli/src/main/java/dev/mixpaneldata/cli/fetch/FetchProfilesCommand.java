package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp fetch profiles}. */
final class FetchProfilesCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "profiles",
      description = "The local table (default: ${DEFAULT-VALUE}).")
  private String table = "profiles";

  @Option(
      names = {"-w", "--where"},
      paramLabel = "EXPRESSION",
      description = "Only profiles that fit this filter in Mixpanel's expression language.")
  private @Nullable String where;

  @Option(
      names = {"-c", "--cohort"},
      paramLabel = "ID",
      description = "Only members of this saved cohort.")
  private @Nullable String cohort;

  @Option(
      names = "--include-all-users",
      description = "With --cohort: also members without a profile.")
  private boolean includeAllUsers;

  @Option(
      names = {"-o", "--output-properties"},
      split = ",",
      paramLabel = "NAME",
      description = "Only these properties; several with commas.")
  private List<String> outputProperties = List.of();

  @Option(names = "--distinct-id", paramLabel = "ID", description = "Only this profile.")
  private @Nullable String distinctId;

  @Option(
      names = "--distinct-ids",
      split = ",",
      paramLabel = "ID",
      description = "Only these profiles, at most 2000; several with commas.")
  private List<String> distinctIds = List.of();

  @Option(
      names = {"-g", "--group-id"},
      paramLabel = "ID",
      description = "Profiles of this group type instead of users.")
  private @Nullable String groupId;

  @Option(
      names = "--behaviors",
      paramLabel = "JSON",
      description =
          "Behaviors for use in --where, a list of objects with window, name and event_selectors.")
  private @Nullable String behaviors;

  @Option(
      names = "--as-of-timestamp",
      paramLabel = "SECONDS",
      description = "With --behaviors: count them up to this time, in seconds since 1970 UTC.")
  private @Nullable Long asOfTimestamp;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Pages at the same time, 1 to 5 (default: 3).")
  private @Nullable Integer workers;

  @Mixin private final ModeOptions mode = new ModeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  FetchProfilesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    FetchMode chosen = mode.mode();
    ProfileQuery query = query();
    if (mode.stdout()) {
      stream(query);
      return 0;
    }
    FetchProfiles all = FetchProfiles.of(table).withQuery(query).withMode(chosen);
    FetchProfiles request = workers == null ? all : all.withWorkers(workers);
    output.print(
        context,
        () -> {
          try (FetchProgress progress = FetchProgress.of(context, mode.noProgress())) {
            return progress.warned(context.workspace().fetch().profiles(request, progress));
          }
        });
    return 0;
  }

  private ProfileQuery query() {
    if (distinctId != null && !distinctIds.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "--distinct-id and --distinct-ids say the same thing twice.", "Use one of them.");
    }
    List<String> ids = new ArrayList<>(distinctIds);
    if (distinctId != null) {
      ids.add(distinctId);
    }
    return new ProfileQuery(
        Optional.ofNullable(where),
        Optional.ofNullable(cohort),
        includeAllUsers,
        outputProperties,
        ids,
        Optional.ofNullable(groupId),
        Optional.ofNullable(behaviors).map(Json::new),
        Optional.ofNullable(asOfTimestamp));
  }

  private void stream(ProfileQuery query) throws IOException {
    try (Stream<Profile> profiles = context.workspace().export().profiles(query)) {
      LineOutput lines = new LineOutput(context);
      if (mode.raw()) {
        lines.raw(profiles.map(FetchProfilesCommand::asSent));
      } else {
        lines.json(profiles);
      }
    }
  }

  private static String asSent(Profile profile) {
    return "{\"$distinct_id\":"
        + dev.mixpaneldata.internal.json.ResultJson.text(profile.distinctId())
        + ",\"$properties\":"
        + profile.properties()
        + "}";
  }
}
