package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.value.BucketUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws charts of reports. */
final class ReportCharts {
  /** The greatest number of bars in a chart; further bars add no insight. */
  private static final int MOST_BARS = 30;

  /** The greatest number of segments in a chart; nobody can distinguish more colours. */
  private static final int MOST_SEGMENTS = 8;

  private ReportCharts() {}

  /** What is counted, for a title. */
  static String measure(CountType type, BucketUnit unit) {
    String what =
        switch (type) {
          case GENERAL -> "events";
          case UNIQUE -> "users";
          case AVERAGE -> "events per user";
        };
    return what + " by " + unit.name().toLowerCase(Locale.ROOT);
  }

  /** The same where more series exist than are given. */
  static Chart lines(
      String title, Map<String, ? extends Map<String, ? extends Number>> series, long inAll) {
    Chart.Lines given = (Chart.Lines) lines(title, series);
    return new Chart.Lines(given.title(), given.times(), given.series(), inAll);
  }

  /** A line a segment; NaN where a bucket has no number. */
  static Chart lines(String title, Map<String, ? extends Map<String, ? extends Number>> series) {
    Set<String> times = new TreeSet<>();
    series.values().forEach(numbers -> times.addAll(numbers.keySet()));
    List<Chart.Series> lines = new ArrayList<>();
    series.forEach(
        (segment, numbers) ->
            lines.add(
                new Chart.Series(
                    segment, times.stream().map(time -> value(numbers.get(time))).toList())));
    return new Chart.Lines(title, List.copyOf(times), lines);
  }

  /** Draws the steps of a funnel, with the share of the first that reached each. */
  static Chart funnel(String title, List<FunnelStep> steps) {
    return new Chart.Bars(
        title,
        IntStream.range(0, steps.size())
            .mapToObj(
                i ->
                    new Chart.Bar(
                        (i + 1) + " " + steps.get(i).event(),
                        steps.get(i).count(),
                        percent(steps.get(i).overallConversionRate())
                            + steps.get(i).medianSeconds().map(ReportCharts::within).orElse("")))
            .toList());
  }

  /**
   * Draws, at each step, the share of each segment's own first step that reached it, the largest
   * segment first.
   */
  static Chart funnel(String title, Map<String, List<FunnelStep>> segments) {
    List<String> drawn = segments.keySet().stream().limit(MOST_SEGMENTS).toList();
    List<FunnelStep> longest =
        drawn.stream()
            .map(segment -> segments.getOrDefault(segment, List.of()))
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    List<Chart.Group> groups = new ArrayList<>();
    for (int step = 0; step < longest.size(); step++) {
      List<Chart.Bar> bars = new ArrayList<>();
      for (String segment : drawn) {
        bars.add(bar(segment, segments.getOrDefault(segment, List.of()), step));
      }
      groups.add(new Chart.Group((step + 1) + " " + longest.get(step).event(), bars));
    }
    String note =
        drawn.size() < segments.size()
            ? "the largest " + drawn.size() + " of " + segments.size() + " segments"
            : "";
    return new Chart.Groups(title + ", share of each segment's first step", groups, note);
  }

  private static Chart.Bar bar(String segment, List<FunnelStep> steps, int step) {
    if (step >= steps.size()) {
      return new Chart.Bar(segment, 0, "");
    }
    FunnelStep reached = steps.get(step);
    // If nobody began, there is no share of them.
    double share = reached.count() == 0 ? 0 : reached.overallConversionRate();
    String note = percent(share) + String.format(Locale.ROOT, "  %,d", reached.count());
    return new Chart.Bar(segment, share, note);
  }

  /**
   * Describes the time within which half arrived, of those from the step before who arrived at all.
   */
  private static String within(double seconds) {
    double minutes = seconds / 60;
    double hours = minutes / 60;
    String time =
        seconds < 100
            ? String.format(Locale.ROOT, "%.0f s", seconds)
            : minutes < 100
                ? String.format(Locale.ROOT, "%.0f min", minutes)
                : hours < 100
                    ? String.format(Locale.ROOT, "%.1f h", hours)
                    : String.format(Locale.ROOT, "%.1f days", hours / 24);
    return "  half in " + time;
  }

  /** Draws bars; if there are many, the first ones. */
  static Chart.Bars bars(String title, List<Chart.Bar> bars) {
    return new Chart.Bars(title, bars.subList(0, Math.min(MOST_BARS, bars.size())));
  }

  /** The days of a report, for a title. */
  static String period(LocalDate from, LocalDate to) {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }

  /** A row a segment, the first ones where there are many: the shares over all its cohorts. */
  static Chart shares(
      String title,
      Map<String, List<RetentionCohort>> segments,
      Function<List<RetentionCohort>, List<Double>> overall) {
    List<String> rows = new ArrayList<>();
    List<List<@Nullable Double>> shares = new ArrayList<>();
    int longest = 0;
    for (Map.Entry<String, List<RetentionCohort>> segment : segments.entrySet()) {
      if (rows.size() == MOST_BARS) {
        break;
      }
      long users = segment.getValue().stream().mapToLong(RetentionCohort::size).sum();
      rows.add(String.format(Locale.ROOT, "%s %,7d", segment.getKey(), users));
      List<@Nullable Double> row = new ArrayList<>(overall.apply(segment.getValue()));
      shares.add(row);
      longest = Math.max(longest, row.size());
    }
    String shown =
        rows.size() < segments.size()
            ? " (%,d of %,d)".formatted(rows.size() - 1, segments.size() - 1)
            : "";
    List<String> columns = IntStream.range(0, longest).mapToObj(Integer::toString).toList();
    return new Chart.Heatmap(title + shown, rows, columns, shares);
  }

  /** A row a cohort. */
  static Chart retention(String title, List<RetentionCohort> cohorts) {
    Set<String> columns = new LinkedHashSet<>();
    List<String> rows = new ArrayList<>();
    List<List<@Nullable Double>> shares = new ArrayList<>();
    for (RetentionCohort cohort : cohorts) {
      rows.add(String.format(Locale.ROOT, "%s %,7d", cohort.date(), cohort.size()));
      shares.add(new ArrayList<>(cohort.retention()));
      IntStream.range(0, cohort.counts().size()).forEach(i -> columns.add(Integer.toString(i)));
    }
    List<Integer> complete = cohorts.stream().map(RetentionCohort::completeIntervals).toList();
    return new Chart.Heatmap(
        title, rows, List.copyOf(columns), shares, complete, RetentionResult.UNFINISHED);
  }

  /**
   * Draws a row for each bucket: the share of its users active in at least a number of its parts.
   */
  static Chart frequency(String title, Map<String, List<Long>> data) {
    int longest = data.values().stream().mapToInt(List::size).max().orElse(0);
    List<String> rows = new ArrayList<>();
    List<List<@Nullable Double>> shares = new ArrayList<>();
    data.forEach(
        (date, counts) -> {
          long all = counts.isEmpty() ? 0 : counts.get(0);
          rows.add(String.format(Locale.ROOT, "%s %,7d", date, all));
          List<@Nullable Double> row = new ArrayList<>();
          counts.forEach(count -> row.add(all == 0 ? 0 : (double) count / all));
          shares.add(row);
        });
    List<String> columns = IntStream.rangeClosed(1, longest).mapToObj(i -> "≥" + i).toList();
    return new Chart.Heatmap(title, rows, columns, shares);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static double value(@Nullable Number number) {
    return number == null ? Double.NaN : number.doubleValue();
  }
}
