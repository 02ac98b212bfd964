package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Values side by side: a few as columns, many or with long names as a list of bars. */
final class BarPicture {
  private static final int MOST_BARS = 30;

  /** Letters that fit beneath the columns. */
  private static final int WIDEST = 100;

  private static final int BAR_HEIGHT = 26;

  private BarPicture() {}

  static IChart of(Chart.Bars bars) {
    List<Chart.Bar> drawn = bars.bars().subList(0, Math.min(MOST_BARS, bars.bars().size()));
    String title =
        drawn.size() < bars.bars().size()
            ? "%s (first %d of %d)".formatted(bars.title(), drawn.size(), bars.bars().size())
            : bars.title();
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Chart.Bar bar : drawn) {
      String note = bar.note().isBlank() ? "" : " (" + bar.note() + ")";
      ChartStyle.unique(ChartStyle.label(bar.label()) + note, labels);
      values.add(bar.value());
    }
    if (labels.isEmpty()) {
      labels.add("nothing");
      values.add(0.0);
    }
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    return longest * labels.size() > WIDEST
        ? list(ChartStyle.title(title), labels, values)
        : columns(ChartStyle.title(title), labels, values);
  }

  private static IChart columns(String title, List<String> labels, List<Double> values) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .title(title)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(labels.size() < 4 ? 0.4 : 0.7);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setLabelsPosition(0.5);
    chart.getStyler().setLabelsFontColorAutomaticEnabled(true);
    chart.getStyler().setYAxisMin(0.0);
    if (allZero(values)) {
      chart.getStyler().setYAxisMax(1.0);
    }
    chart.addSeries("value", labels, values);
    return chart;
  }

  private static IChart list(String title, List<String> labels, List<Double> values) {
    HorizontalBarChart chart =
        new HorizontalBarChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(Math.max(ChartStyle.HEIGHT, 110 + BAR_HEIGHT * labels.size()))
            .title(title)
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setPlotGridVerticalLinesVisible(true);
    chart.getStyler().setPlotGridHorizontalLinesVisible(false);
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setLabelsPosition(0.5);
    chart.getStyler().setLabelsFontColorAutomaticEnabled(true);
    chart.getStyler().setYAxisTickMarkSpacingHint(1);
    chart.getStyler().setXAxisMaxLabelCount(MOST_BARS);
    chart.getStyler().setXAxisMin(0.0);
    if (allZero(values)) {
      chart.getStyler().setXAxisMax(1.0);
    }
    chart.addSeries("value", values, labels);
    return chart;
  }

  private static boolean allZero(List<Double> values) {
    return values.stream().allMatch(v -> v == 0);
  }
}
