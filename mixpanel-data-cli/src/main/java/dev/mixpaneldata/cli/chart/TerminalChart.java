package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/** A drawing of charts with Unicode characters, as wide as the terminal allows. */
public final class TerminalChart {
  private static final int LEAST_WIDTH = 40;
  private static final int GREATEST_WIDTH = 120;

  private final int width;
  private final boolean colour;

  /** Draws on this many columns, with ANSI colours or without. */
  public TerminalChart(int width, boolean colour) {
    this.width = Math.max(LEAST_WIDTH, Math.min(GREATEST_WIDTH, width));
    this.colour = colour;
  }

  /** Returns the lines of the chart, its title first. */
  public List<String> draw(Chart chart) {
    List<String> lines = new ArrayList<>();
    lines.add(colour ? Ansi.bold(chart.title()) : chart.title());
    if (chart instanceof Chart.Flow flow) {
      lines.addAll(new BarRows(width, colour).draw(flow.paths()));
    } else if (chart instanceof Chart.Bars bars) {
      lines.addAll(new BarRows(width, colour).draw(bars));
    } else if (chart instanceof Chart.Groups groups) {
      lines.addAll(new GroupRows(width, colour).draw(groups));
    } else if (chart instanceof Chart.Lines series) {
      lines.addAll(new LinePlot(width, colour).draw(series));
    } else if (chart instanceof Chart.Heatmap heatmap) {
      lines.addAll(new HeatRows(width, colour).draw(heatmap));
    }
    return lines;
  }
}
