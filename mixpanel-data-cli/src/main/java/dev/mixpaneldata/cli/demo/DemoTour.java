package dev.mixpaneldata.cli.demo;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Charted;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.fetch.FetchProgress;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.util.Locale;

/** What the demo shows, one question after the other. */
final class DemoTour {
  private static final String TABLE = "events";

  private final CommandContext context;
  private final Workspace workspace;
  private final DateRange month;
  private final boolean again;

  DemoTour(CommandContext context, Workspace workspace, DateRange month, boolean again) {
    this.context = context;
    this.workspace = workspace;
    this.month = month;
    this.again = again;
  }

  void run() throws IOException {
    fetch();
    sql();
    users();
    funnel();
    retention();
    title("That was a Mixpanel inside this process. For your own project:");
    print("  mp auth add NAME                       save a service account");
    print("  mp fetch events --from DATE --to DATE  bring its events here");
    print("  mp shell                               ask in SQL");
    print("  mp query --help                        Mixpanel's reports, live or local");
    context.out().flush();
  }

  private void fetch() throws IOException {
    title("A month of raw events into a local DuckDB file");
    print("$ mp fetch events --from " + month.from() + " --to " + month.to());
    context.out().flush();
    FetchEvents request =
        FetchEvents.of(TABLE, month).withMode(again ? FetchMode.REPLACE : FetchMode.CREATE);
    FetchResult result;
    try (FetchProgress progress = FetchProgress.of(context, false)) {
      result = workspace.fetch().events(request, progress);
    }
    print(
        String.format(
            Locale.ROOT,
            "%,d events received in %d calls and verified, %,d duplicates removed, %,d rows in"
                + " %.1f s",
            result.received(),
            result.windows().size(),
            result.duplicatesRemoved(),
            result.rows(),
            result.durationSeconds()));
  }

  private void sql() throws IOException {
    title("SQL on them, properties included");
    String query =
        "SELECT event_name, count(*) AS events, count(DISTINCT distinct_id) AS users"
            + " FROM events GROUP BY ALL ORDER BY events DESC LIMIT 6";
    print("$ mp query sql \"" + query + "\"");
    OutputOptions.table().print(context, () -> workspace.sql(query));
  }

  private void users() throws IOException {
    title("Reports on them, without a quota: something happened to the sign-ups");
    command("query segmentation -e \"Sign Up\" --chart");
    report(reports().segmentation(SegmentationRequest.of("Sign Up", month)));
  }

  private void funnel() throws IOException {
    title("From the first visit to a purchase");
    command(
        "query funnel --step \"Sign Up\" --step \"Onboarding Complete\" --step Purchase --chart");
    report(
        reports()
            .funnel(FunnelRequest.ofEvents(month, "Sign Up", "Onboarding Complete", "Purchase")));
  }

  private void retention() throws IOException {
    title("Who comes back, by week of sign-up");
    command("query retention -b \"Sign Up\" -r \"App Opened\" --unit week -n 5 --chart");
    report(
        reports()
            .retention(
                RetentionRequest.of("Sign Up", "App Opened", month)
                    .withIntervals(CalendarUnit.WEEK, 5)));
  }

  private Reports reports() {
    return workspace.local(TABLE).reports();
  }

  private void command(String command) throws IOException {
    print(
        "$ mp "
            + command
            + " --local "
            + TABLE
            + " --from "
            + month.from()
            + " --to "
            + month.to());
  }

  private void report(Charted result) throws IOException {
    draw(result.chart());
  }

  private void draw(Chart chart) throws IOException {
    TerminalChart terminal = new TerminalChart(context.terminal().width(), context.colours());
    for (String line : terminal.draw(chart)) {
      print(line);
    }
  }

  private void title(String text) throws IOException {
    print("");
    print(context.colours() ? "\u001b[1;36m" + text + "\u001b[0m" : "# " + text);
  }

  private void print(String line) throws IOException {
    context.out().write(line + "\n");
  }
}
