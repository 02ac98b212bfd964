package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over time on a grid of Braille dots, two by four in each character. */
final class LinePlot {
  private static final int ROWS = 11;
  private static final int MOST_SERIES = 8;

  private final int width;
  private final boolean colour;

  LinePlot(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  List<String> draw(Chart.Lines chart) {
    List<Chart.Series> series =
        chart.series().subList(0, Math.min(MOST_SERIES, chart.series().size()));
    double most = 0;
    double least = 0;
    for (Chart.Series line : series) {
      for (double value : line.values()) {
        most = Double.isNaN(value) ? most : Math.max(most, value);
        least = Double.isNaN(value) ? least : Math.min(least, value);
      }
    }
    if (chart.times().isEmpty() || series.isEmpty()) {
      return List.of("  (nothing to show)");
    }
    double top = Ticks.above(most, least);
    List<String> labels = labels(least, top);
    int margin = labels.stream().mapToInt(String::length).max().orElse(0);
    BrailleGrid grid = new BrailleGrid(Math.max(10, width - margin - 4), ROWS);
    for (int i = 0; i < series.size(); i++) {
      plot(grid, series.get(i).values(), i, least, top);
    }
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      lines.add(
          String.format(
                  Locale.ROOT, "  %" + margin + "s ┤%s", labels.get(row), grid.row(row, colour))
              .stripTrailing());
    }
    lines.add(" ".repeat(margin + 3) + "└" + "─".repeat(grid.columns()));
    lines.add(" ".repeat(margin + 4) + timeAxis(chart.times(), grid.columns()));
    if (series.size() > 1 || chart.series().size() > series.size()) {
      lines.add(legend(chart.series(), series.size(), margin));
    }
    return lines;
  }

  private static void plot(
      BrailleGrid grid, List<Double> values, int index, double least, double top) {
    int lastX = -1;
    int lastY = -1;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (Double.isNaN(value)) {
        lastX = -1;
        continue;
      }
      int x =
          values.size() == 1
              ? 0
              : (int) Math.round((double) i * (grid.dotColumns() - 1) / (values.size() - 1));
      int y = (int) Math.round((top - value) / (top - least) * (grid.dotRows() - 1));
      if (lastX < 0) {
        grid.dot(x, y, index);
      } else {
        grid.line(lastX, lastY, x, y, index);
      }
      lastX = x;
      lastY = y;
    }
  }

  private static List<String> labels(double least, double top) {
    List<String> labels = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      boolean shown = row == 0 || row == ROWS - 1 || row == ROWS / 2;
      double value = top - (top - least) * row / (ROWS - 1);
      labels.add(shown ? Numbers.brief(value) : "");
    }
    return labels;
  }

  private static String timeAxis(List<String> times, int room) {
    String first = times.get(0);
    String last = times.get(times.size() - 1);
    if (times.size() == 1 || first.length() + last.length() + 1 > room) {
      return first;
    }
    String middle = times.get(times.size() / 2);
    int gap = room - first.length() - last.length();
    if (times.size() < 3 || gap < middle.length() + 4) {
      return first + " ".repeat(gap) + last;
    }
    int before = (gap - middle.length()) / 2;
    return first + " ".repeat(before) + middle + " ".repeat(gap - middle.length() - before) + last;
  }

  private String legend(List<Chart.Series> all, int shown, int margin) {
    StringBuilder legend = new StringBuilder(" ".repeat(margin + 4));
    for (int i = 0; i < shown; i++) {
      String mark = colour ? Ansi.series(i, "━━") : "━━";
      legend.append(mark).append(' ').append(all.get(i).name()).append("  ");
    }
    if (all.size() > shown) {
      legend.append("and ").append(all.size() - shown).append(" more");
    }
    return legend.toString().stripTrailing();
  }
}
