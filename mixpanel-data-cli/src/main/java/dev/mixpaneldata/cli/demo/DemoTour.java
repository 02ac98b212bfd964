package dev.mixpaneldata.cli.demo;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.fetch.FetchProgressBar;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The tour of {@code mp demo}: one question after another. */
final class DemoTour {
  private static final String TABLE = "events";
  private static final String FAILURE = "Sign Up Failed";
  private static final String PURCHASE = "Purchase[properties[\"amount\"] > 20]";

  /** Mixpanel's limit of its report endpoints (rate limits reference). */
  private static final int QUERIES_AN_HOUR = 60;

  private final CommandContext context;
  private final Workspace workspace;
  private final DateRange month;
  private final boolean again;
  private final IntSupplier calls;
  private Duration reporting = Duration.ZERO;
  private int reports;

  /**
   * A tour of a month of events.
   *
   * @param again whether the table may exist already
   * @param calls the number of calls to Mixpanel so far
   */
  DemoTour(
      CommandContext context,
      Workspace workspace,
      DateRange month,
      boolean again,
      IntSupplier calls) {
    this.context = context;
    this.workspace = workspace;
    this.month = month;
    this.again = again;
    this.calls = calls;
  }

  void run() throws IOException {
    fetch();
    sql();
    int before = calls.getAsInt();
    failures();
    funnel();
    retention();
    quota(calls.getAsInt() - before);
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
        FetchEvents.of(TABLE, month)
            .with(r -> r.mode(again ? FetchMode.REPLACE : FetchMode.CREATE));
    FetchResult result;
    try (FetchProgressBar progress = FetchProgressBar.of(context, false)) {
      result = workspace.fetch().events(request, progress);
    }
    print(
        String.format(
            Locale.ROOT,
            "%,d events received and verified in %d calls, %,d duplicates removed:%n%,d rows in"
                + " %.1f s",
            result.received(),
            result.windows().size(),
            result.duplicatesRemoved(),
            result.rows(),
            result.durationSeconds()));
  }

  private void sql() throws IOException {
    title("SQL on them, properties included");
    sql(
        "SELECT event_name, count(*) AS events, count(DISTINCT distinct_id) AS users\n"
            + "  FROM events GROUP BY ALL ORDER BY events DESC LIMIT 6");
  }

  private void sql(String query) throws IOException {
    print("$ mp query sql \\");
    print(" \"" + query.replace("\"", "\\\"").replace("$", "\\$") + "\"");
    OutputOptions.table().print(context, () -> workspace.sql(query));
  }

  private void failures() throws IOException {
    title("Reports on them, without a quota: on one day some sign-ups failed");
    command("query event-counts", "--events \"Sign Up,Sign Up Failed\"", "--chart");
    List<String> events = List.of("Sign Up", FAILURE);
    report(() -> reports().eventCounts(EventCountsRequest.of(events, month)));
    title("Whose? SQL knows");
    sql(
        "SELECT event_time::DATE AS day, mp_country_code AS country, \"$os\" AS os,\n"
            + "  count(*) AS failed FROM events WHERE event_name = '"
            + FAILURE
            + "' GROUP BY ALL");
  }

  private void funnel() throws IOException {
    title("From sign-up to a first purchase above 20, within a week");
    command(
        "query funnel",
        "--step \"Sign Up\"",
        "--step \"Add to Cart\"",
        "--step '" + PURCHASE + "'",
        "--window 7d",
        "--chart");
    FunnelRequest request =
        FunnelRequest.of(
                month,
                List.of(
                    EventSelector.of("Sign Up"),
                    EventSelector.of("Add to Cart"),
                    EventSelector.parse(PURCHASE)))
            .with(r -> r.window(new ConversionWindow(7, WindowUnit.DAY)));
    report(() -> reports().funnel(request));
  }

  private void retention() throws IOException {
    title("Who comes back, by week of sign-up");
    command(
        "query retention",
        "--born \"Sign Up\"",
        "--return \"App Opened\"",
        "--unit week",
        "--interval-count 5",
        "--chart");
    RetentionRequest request =
        RetentionRequest.of("Sign Up", "App Opened", month)
            .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(5));
    report(() -> reports().retention(request));
  }

  private void quota(int used) throws IOException {
    title("What that cost");
    print(
        String.format(
            Locale.ROOT,
            "  %d reports in %.2f s here; queries to Mixpanel: %d of its %d an hour.",
            reports,
            reporting.toMillis() / 1000.0,
            used,
            QUERIES_AN_HOUR));
  }

  private Reports reports() {
    return workspace.local(TABLE).reports();
  }

  /** Prints the equivalent command, on as many lines as it needs. */
  private void command(String... parts) throws IOException {
    List<String> all = new ArrayList<>(List.of(parts));
    all.addAll(List.of("--local " + TABLE, "--from " + month.from() + " --to " + month.to()));
    StringBuilder line = new StringBuilder("$ mp");
    for (String part : all) {
      // Room for a space before it and a backslash after it.
      if (line.length() + part.length() + 3 > context.terminal().width()) {
        print(line + " \\");
        line.setLength(0);
        line.append("     ");
      }
      line.append(' ').append(part);
    }
    print(line.toString());
  }

  private void report(Supplier<Chartable> question) throws IOException {
    long start = System.nanoTime();
    Chartable result = question.get();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    reporting = reporting.plus(taken);
    reports++;
    draw(result.chart());
    print(faint("  computed here in " + taken.toMillis() + " ms"));
  }

  private String faint(String text) {
    return context.colours() ? "\u001b[2m" + text + "\u001b[0m" : text;
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
