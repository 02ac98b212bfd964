package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.util.stream.Stream;

/** The names that a picture shows. */
final class ChartTexts {
  private ChartTexts() {}

  static Stream<String> of(Chart chart) {
    return Stream.concat(Stream.of(chart.title()), labels(chart));
  }

  private static Stream<String> labels(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines.series().stream().map(Chart.Series::name);
    }
    if (chart instanceof Chart.Bars bars) {
      return bars.bars().stream().map(Chart.Bar::label);
    }
    if (chart instanceof Chart.Groups groups) {
      return groups.groups().stream()
          .flatMap(
              group ->
                  Stream.concat(
                      Stream.of(group.label()), group.bars().stream().map(Chart.Bar::label)));
    }
    if (chart instanceof Chart.Flow flow) {
      return of(flow.paths());
    }
    Chart.Heatmap map = (Chart.Heatmap) chart;
    return Stream.concat(map.rows().stream(), map.columns().stream());
  }
}
