package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Source;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who answers a report. */
final class ReportOptions {
  @Option(
      names = "--local",
      paramLabel = "TABLE",
      description = "Compute the report from this local table, without a call of Mixpanel.")
  private @Nullable String local;

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description =
          "Who answers: live (Mixpanel), local, or auto: a local table that has all of it, else"
              + " Mixpanel (default live).")
  private @Nullable Source source;

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "With --local: cut days and other buckets by the clock of this zone.")
  private @Nullable String zone;

  @Option(names = "--explain", description = "With local answers: print their SQL to stderr.")
  private boolean explain;

  Workspace choose(CommandContext context) {
    Workspace workspace = context.workspace();
    ReportListener listener = new Notices(context, explain);
    if (local != null) {
      if (source != null && source != Source.LOCAL) {
        throw MixpanelDataException.invalidArgument(
            "--local and --source contradict each other.", "Leave one of them out.");
      }
      return workspace.reporting(
          workspace
              .local(local)
              .with(
                  scope ->
                      (zone == null ? scope : scope.withZone(parse(zone))).withListener(listener))
              .reports());
    }
    return source == null || source == Source.LIVE
        ? workspace
        : workspace.reporting(workspace.reports(source, listener));
  }

  private static ZoneId parse(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw MixpanelDataException.invalidArgument(
          "The time zone '" + zone + "' is unknown.", "Write it as Europe/Berlin or UTC.");
    }
  }

  private record Notices(CommandContext context, boolean explain) implements ReportListener {
    @Override
    public void sql(String text) {
      if (explain) {
        context.say(text);
      }
    }

    @Override
    public void answeredBy(String name) {
      context.say("Answered by " + name + ".");
    }

    @Override
    public void warning(String text) {
      context.say("Note: " + text);
    }
  }
}
