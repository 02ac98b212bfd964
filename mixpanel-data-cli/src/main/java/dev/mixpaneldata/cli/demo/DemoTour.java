package dev.mixpaneldata.cli.demo;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.fetch.FetchProgress;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
    title("Sign-ups a day: something happened");
    SqlResult days =
        workspace.sql(
            "SELECT event_time::DATE::VARCHAR AS day, count(*) FROM events"
                + " WHERE event_name = 'Sign Up' GROUP BY ALL ORDER BY day");
    List<String> times = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (List<@Nullable Object> row : days.rows()) {
      times.add(text(row.get(0)));
      values.add(number(row.get(1)));
    }
    draw(new Chart.Lines("Sign Up", times, List.of(new Chart.Series("Sign Up", values))));
  }

  private void funnel() throws IOException {
    title("From the first visit to a purchase");
    SqlResult steps =
        workspace.sql(
            """
            WITH firsts AS (
              SELECT distinct_id,
                min(event_time) FILTER (event_name = 'Sign Up') AS signed_up,
                min(event_time) FILTER (event_name = 'Onboarding Complete') AS onboarded,
                min(event_time) FILTER (event_name = 'Purchase') AS bought
              FROM events GROUP BY distinct_id)
            SELECT count(signed_up), count(*) FILTER (onboarded >= signed_up),
              count(*) FILTER (onboarded >= signed_up AND bought >= onboarded)
            FROM firsts WHERE signed_up IS NOT NULL""");
    List<@Nullable Object> counts = steps.rows().get(0);
    double first = number(counts.get(0));
    List<String> names = List.of("Sign Up", "Onboarding Complete", "Purchase");
    List<Chart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double count = number(counts.get(i));
      String share = String.format(Locale.ROOT, "%3.0f %%", first == 0 ? 0 : 100 * count / first);
      bars.add(new Chart.Bar(names.get(i), count, share));
    }
    draw(new Chart.Bars("Users by step", bars));
  }

  private void retention() throws IOException {
    title("Who comes back, by week of sign-up");
    SqlResult weeks =
        workspace.sql(
            """
            WITH born AS (
              SELECT distinct_id, min(event_time) AS t0 FROM events
              WHERE event_name = 'Sign Up' GROUP BY ALL),
            back AS (
              SELECT DISTINCT date_trunc('week', t0) AS week, born.distinct_id,
                datediff('day', t0, event_time) // 7 AS n
              FROM born JOIN events USING (distinct_id)
              WHERE event_name = 'App Opened' AND event_time > t0)
            SELECT strftime(week, '%Y-%m-%d') AS week, size,
              list(users ORDER BY n) AS users FROM (
              SELECT week, n, count(*) AS users FROM back GROUP BY ALL)
            JOIN (SELECT date_trunc('week', t0) AS week, count(*) AS size FROM born GROUP BY ALL)
              USING (week)
            GROUP BY ALL ORDER BY week""");
    List<String> rows = new ArrayList<>();
    List<List<@Nullable Double>> shares = new ArrayList<>();
    for (List<@Nullable Object> row : weeks.rows()) {
      double size = number(row.get(1));
      rows.add(text(row.get(0)) + String.format(Locale.ROOT, " %5.0f users", size));
      List<@Nullable Double> line = new ArrayList<>();
      if (row.get(2) instanceof List<?> users) {
        users.forEach(n -> line.add(number(n) / size));
      }
      shares.add(line);
    }
    draw(
        new Chart.Heatmap(
            "Opened the app again in week", rows, List.of("0", "1", "2", "3", "4"), shares));
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

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number n ? n.doubleValue() : 0;
  }
}
