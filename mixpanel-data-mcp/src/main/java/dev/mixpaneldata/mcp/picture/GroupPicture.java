package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Shares in groups, in percent: columns beside each other, a colour for the same name in each. */
final class GroupPicture {
  /** More columns than these have no room for a number on each. */
  private static final int MOST_NUMBERED = 24;

  private GroupPicture() {}

  static CategoryChart of(Chart.Groups chart) {
    CategoryChart picture =
        new CategoryChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .title(ChartStyle.title(chart.title() + " (%)"))
            .build();
    ChartStyle.apply(picture.getStyler());
    List<String> steps = new ArrayList<>();
    chart.groups().forEach(group -> ChartStyle.unique(ChartStyle.label(group.label()), steps));
    List<String> names = new ArrayList<>();
    List<Chart.Bar> first = chart.groups().isEmpty() ? List.of() : chart.groups().get(0).bars();
    for (int i = 0; i < first.size(); i++) {
      int bar = i;
      List<Double> percent =
          chart.groups().stream()
              .map(group -> Math.round(1000 * group.bars().get(bar).value()) / 10.0)
              .toList();
      picture.addSeries(
          ChartStyle.unique(ChartStyle.label(first.get(i).label()), names), steps, percent);
    }
    if (names.isEmpty()) {
      picture.addSeries("nothing", List.of("nothing"), List.of(0.0));
    }
    ChartStyle.legend(picture.getStyler(), names);
    picture.getStyler().setDecimalPattern("0.#");
    picture.getStyler().setAvailableSpaceFill(0.85);
    picture.getStyler().setLabelsVisible(names.size() * steps.size() <= MOST_NUMBERED);
    picture.getStyler().setLabelsPosition(0.5);
    picture.getStyler().setLabelsFontColorAutomaticEnabled(true);
    picture.getStyler().setYAxisMin(0.0);
    picture.getStyler().setYAxisMax(100.0);
    if (!chart.note().isEmpty()) {
      picture.setXAxisTitle(chart.note());
    }
    return picture;
  }
}
