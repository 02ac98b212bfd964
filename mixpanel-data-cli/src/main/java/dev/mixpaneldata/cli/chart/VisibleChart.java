package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.Visible;
import java.util.List;

/** Charts for a terminal, with labels whose control characters it does not obey. */
public final class VisibleChart {
  private VisibleChart() {}

  /** Returns the chart with each text on one line, without invisible characters. */
  public static Chart of(Chart chart) {
    if (chart instanceof Chart.Bars bars) {
      return visible(bars);
    }
    if (chart instanceof Chart.Flow flow) {
      return new Chart.Flow(
          Visible.line(flow.title()),
          flow.links().stream()
              .map(
                  link ->
                      new Chart.Link(
                          link.step(),
                          Visible.line(link.from()),
                          Visible.line(link.to()),
                          link.value()))
              .toList(),
          visible(flow.paths()));
    }
    if (chart instanceof Chart.Groups groups) {
      return new Chart.Groups(
          Visible.line(groups.title()),
          groups.groups().stream()
              .map(group -> new Chart.Group(Visible.line(group.label()), bars(group.bars())))
              .toList(),
          Visible.line(groups.note()));
    }
    if (chart instanceof Chart.Lines lines) {
      return new Chart.Lines(
          Visible.line(lines.title()),
          texts(lines.times()),
          lines.series().stream()
              .map(series -> new Chart.Series(Visible.line(series.name()), series.values()))
              .toList(),
          lines.inAll());
    }
    Chart.Heatmap map = (Chart.Heatmap) chart;
    return new Chart.Heatmap(
        Visible.line(map.title()),
        texts(map.rows()),
        texts(map.columns()),
        map.shares(),
        map.complete(),
        Visible.line(map.note()));
  }

  private static Chart.Bars visible(Chart.Bars bars) {
    return new Chart.Bars(Visible.line(bars.title()), bars(bars.bars()));
  }

  private static List<Chart.Bar> bars(List<Chart.Bar> bars) {
    return bars.stream()
        .map(bar -> new Chart.Bar(Visible.line(bar.label()), bar.value(), Visible.line(bar.note())))
        .toList();
  }

  private static List<String> texts(List<String> texts) {
    return texts.stream().map(Visible::line).toList();
  }
}
