package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.ReportChoice;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who answers a report, and about whom. */
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
      description = "With local answers: cut days and other buckets by the clock of this zone.")
  private @Nullable String timezone;

  @Option(
      names = "--profiles",
      paramLabel = "TABLE",
      description = "With local answers: the table of profiles, where there are several.")
  private @Nullable String profiles;

  @Option(
      names = "--cohort",
      paramLabel = "COHORT",
      description =
          "Only users of this cohort, locally: an expression over profiles such as"
              + " 'properties[\"plan\"] == \"pro\"', or 'did Purchase at least 3 times in the last"
              + " 30 days', or 'not did Purchase'.")
  private @Nullable String cohort;

  @Option(
      names = "--by-cohort",
      paramLabel = "COHORT",
      description =
          "Split by such a cohort, into its users and the others, locally; may be given several"
              + " times.")
  private List<String> byCohort = new ArrayList<>();

  @Option(
      names = "--gaps",
      description = "Count days and events that a local table lacks as empty, with a warning.")
  private boolean gaps;

  @Option(names = "--explain", description = "With local answers: print their SQL to stderr.")
  private boolean explain;

  /** Whether the answer is several, one about each cohort and the others. */
  boolean isSplit() {
    return !byCohort.isEmpty();
  }

  /** The columns of a terminal table, those of a split before a report's own. */
  List<String> columns(List<String> own) {
    if (byCohort.isEmpty() || own.isEmpty()) {
      return own;
    }
    List<String> columns = new ArrayList<>(CohortBreakdown.COLUMNS);
    columns.addAll(own);
    return columns;
  }

  /** Puts a question as the options say. */
  Object ask(CommandContext context, boolean localOnly, Function<Workspace, ?> question) {
    ReportChoice choice =
        new ReportChoice(
            Optional.ofNullable(local),
            Optional.ofNullable(source),
            Optional.ofNullable(timezone),
            Optional.ofNullable(profiles),
            Optional.ofNullable(cohort),
            byCohort,
            gaps);
    return (localOnly ? choice.orLocal() : choice)
        .ask(context.workspace(), new Notices(context, explain, new HashSet<>()), question);
  }

  /** Says each thing once, though a report split by cohorts is several. */
  private record Notices(CommandContext context, boolean explain, Set<String> said)
      implements ReportListener {
    @Override
    public void sql(String text) {
      if (explain) {
        context.say(text);
      }
    }

    @Override
    public void answeredBy(String name) {
      once("Answered by " + name + ".");
    }

    @Override
    public void refusedBy(String name, String reason) {
      once("Not answered by " + name + ": " + reason);
    }

    @Override
    public void warning(String text) {
      once("Note: " + text);
    }

    private void once(String sentence) {
      if (said.add(sentence)) {
        context.say(sentence);
      }
    }
  }
}
