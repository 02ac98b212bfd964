package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Values over time. */
final class LinePicture {
  /** With more points than this, the dots hide the line. */
  private static final int MOST_DOTS = 40;

  private LinePicture() {}

  static XYChart of(Chart.Lines lines) {
    List<Chart.Series> drawn = largest(lines.series());
    String title =
        drawn.size() < lines.series().size()
            ? "%s (largest %d of %d)".formatted(lines.title(), drawn.size(), lines.series().size())
            : lines.title();
    XYChart chart =
        new XYChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(ChartStyle.HEIGHT)
            .title(ChartStyle.title(title))
            .build();
    ChartStyle.apply(chart.getStyler());
    ChartStyle.legend(chart.getStyler(), drawn.stream().map(Chart.Series::name).toList());
    double least = bound(drawn, Math::min);
    chart.getStyler().setYAxisMin(least);
    if (bound(drawn, Math::max) == 0 && least == 0) {
      // A line of zeros lies on the ground and not in mid-air.
      chart.getStyler().setYAxisMax(1.0);
    }
    times(chart, lines.times());
    double[] x = new double[lines.times().size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    List<String> names = new ArrayList<>();
    for (Chart.Series series : drawn) {
      double[] y = series.values().stream().mapToDouble(Double::doubleValue).toArray();
      XYSeries line =
          chart.addSeries(ChartStyle.unique(ChartStyle.label(series.name()), names), x, y);
      line.setMarker(x.length > MOST_DOTS ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
      if (drawn.size() == 1 && least == 0 && whole(y)) {
        line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        line.setFillColor(ChartStyle.FILL);
        line.setLineColor(ChartStyle.FIRST);
      }
    }
    return chart;
  }

  /** One point of time is no line. */
  static Chart.Bars atOneTime(Chart.Lines lines) {
    String time = lines.times().isEmpty() ? "" : ", " + ChartStyle.label(lines.times().get(0));
    return new Chart.Bars(
        lines.title() + time,
        lines.series().stream()
            .filter(s -> !s.values().isEmpty() && Double.isFinite(s.values().get(0)))
            .map(s -> new Chart.Bar(s.name(), s.values().get(0), ""))
            .toList());
  }

  private static List<Chart.Series> largest(List<Chart.Series> series) {
    if (series.size() <= ChartStyle.MOST_SERIES) {
      return series;
    }
    return series.stream()
        .sorted(Comparator.comparingDouble(LinePicture::sum).reversed())
        .limit(ChartStyle.MOST_SERIES)
        .toList();
  }

  private static double sum(Chart.Series series) {
    return series.values().stream().filter(Double::isFinite).mapToDouble(v -> v).sum();
  }

  private static boolean whole(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static void times(XYChart chart, List<String> times) {
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(
            x -> {
              int at = (int) Math.round(x);
              boolean exact = Math.abs(x - at) < 1e-6;
              return exact && at >= 0 && at < times.size() ? ChartStyle.label(times.get(at)) : " ";
            });
  }

  /** Zero belongs to the picture, so that small changes do not look like large ones. */
  private static double bound(
      List<Chart.Series> series, java.util.function.DoubleBinaryOperator which) {
    return series.stream()
        .flatMap(s -> s.values().stream())
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .reduce(0, which);
  }
}
