package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws charts without a screen. */
public final class ChartImage {
  private static final Logger LOG = LoggerFactory.getLogger(ChartImage.class);
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  /** More lines than this nobody can tell apart. */
  private static final int MOST_LINES = 10;

  private static final int ROW_HEIGHT = 24;
  private static final int MOST_BARS = 25;
  private static final int LONGEST_LABEL = 24;

  private static final Color INK = new Color(0x33, 0x33, 0x44);
  private static final Color GRID = new Color(0xe4, 0xe4, 0xec);
  private static final Color[] SERIES = {
    new Color(0x5b, 0x4b, 0xe0),
    new Color(0xe8, 0x6a, 0x33),
    new Color(0x1f, 0x9e, 0x89),
    new Color(0xd6, 0x3a, 0x6f),
    new Color(0x3a, 0x8d, 0xde),
    new Color(0xb0, 0x8b, 0x00),
    new Color(0x7a, 0x5c, 0x3e),
    new Color(0x6b, 0x8e, 0x23),
    new Color(0x8a, 0x8a, 0x99),
    new Color(0xa0, 0x2c, 0xc4)
  };
  private static final Color[] SHADES = {
    new Color(0xf7, 0xf6, 0xff), new Color(0xc4, 0xbd, 0xf7), new Color(0x8f, 0x84, 0xee)
  };

  static {
    System.setProperty("java.awt.headless", "true");
  }

  private ChartImage() {}

  /** A PNG of a chart; empty where this Java cannot draw, as without any font. */
  public static Optional<byte[]> png(Chart chart) {
    try {
      return Optional.of(BitmapEncoder.getBitmapBytes(drawn(chart), BitmapFormat.PNG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LinkageError | InternalError noFonts) {
      LOG.warn("Pictures cannot be drawn here: {}", noFonts.toString());
      return Optional.empty();
    }
  }

  private static IChart drawn(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines.times().size() > 1 ? lines(lines) : bars(lastOf(lines));
    }
    if (chart instanceof Chart.Bars bars) {
      return bars(bars);
    }
    return heatmap((Chart.Heatmap) chart);
  }

  /** One point of time is no line. */
  private static Chart.Bars lastOf(Chart.Lines lines) {
    return new Chart.Bars(
        lines.title(),
        lines.series().stream()
            .filter(s -> !s.values().isEmpty() && Double.isFinite(s.values().get(0)))
            .map(s -> new Chart.Bar(s.name(), s.values().get(0), ""))
            .toList());
  }

  private static IChart lines(Chart.Lines lines) {
    XYChart chart =
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title(lines.title())).build();
    style(chart.getStyler());
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
    chart.getStyler().setLegendVisible(lines.series().size() > 1);
    chart.getStyler().setYAxisMin(least(lines));
    List<String> times = lines.times();
    chart
        .getStyler()
        .setxAxisTickLabelsFormattingFunction(
            x -> {
              int at = (int) Math.round(x);
              boolean whole = Math.abs(x - at) < 1e-6;
              return whole && at >= 0 && at < times.size() ? label(times.get(at)) : " ";
            });
    double[] x = new double[times.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    List<String> names = new ArrayList<>();
    for (Chart.Series series :
        lines.series().subList(0, Math.min(MOST_LINES, lines.series().size()))) {
      double[] y = series.values().stream().mapToDouble(Double::doubleValue).toArray();
      var line = chart.addSeries(unique(label(series.name()), names), x, y);
      line.setMarker(x.length > 40 ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
    }
    return chart;
  }

  /** Zero belongs to the picture, so that small changes do not look like large ones. */
  private static double least(Chart.Lines lines) {
    return lines.series().stream()
        .flatMap(s -> s.values().stream())
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .reduce(0, Math::min);
  }

  private static IChart bars(Chart.Bars bars) {
    CategoryChart chart =
        new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title(bars.title())).build();
    style(chart.getStyler());
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setLabelsPosition(0.5);
    chart.getStyler().setLabelsFontColorAutomaticEnabled(true);
    chart.getStyler().setXAxisLabelRotation(bars.bars().size() > 6 ? 35 : 0);
    List<String> labels = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (Chart.Bar bar : bars.bars().subList(0, Math.min(MOST_BARS, bars.bars().size()))) {
      String note = bar.note().isBlank() ? "" : " (" + bar.note() + ")";
      unique(label(bar.label()) + note, labels);
      values.add(bar.value());
    }
    if (labels.isEmpty()) {
      labels.add("nothing");
      values.add(0.0);
    }
    chart.addSeries("value", labels, values);
    return chart;
  }

  private static IChart heatmap(Chart.Heatmap map) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(Math.max(HEIGHT, 140 + ROW_HEIGHT * map.rows().size()))
            .title(title(map.title()))
            .build();
    style(chart.getStyler());
    chart.getStyler().setRangeColors(SHADES);
    chart.getStyler().setMin(0);
    chart.getStyler().setMax(100);
    chart.getStyler().setShowValue(map.columns().size() <= 16);
    chart.getStyler().setHeatMapDecimalValueFormatter("%.0f%%"::formatted);
    chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    chart.getStyler().setYAxisTickMarkSpacingHint(ROW_HEIGHT);
    chart.getStyler().setXAxisTickMarkSpacingHint(40);
    List<Number[]> cells = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    // The first row belongs on top, and the axis counts from below.
    for (int row = map.rows().size() - 1; row >= 0; row--) {
      unique(label(map.rows().get(row)), rows);
      for (int column = 0; column < map.columns().size(); column++) {
        @Nullable Double share = map.shares().get(row).get(column);
        if (share != null) {
          cells.add(new Number[] {column, rows.size() - 1, Math.round(share * 100)});
        }
      }
    }
    List<String> columns = new ArrayList<>();
    map.columns().forEach(column -> unique(label(column), columns));
    chart.addSeries("share", columns, rows, cells);
    return chart;
  }

  private static void style(AxesChartStyler styler) {
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    styler.setBaseFont(plain);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setChartTitleBoxVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setChartFontColor(INK);
    styler.setSeriesColors(SERIES);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setAxisTickLabelsFont(plain);
    styler.setLocale(Locale.ROOT);
    styler.setYAxisDecimalPattern("#,##0.##");
  }

  private static String title(String text) {
    return text.length() <= 90 ? text : text.substring(0, 89) + "…";
  }

  private static String label(String text) {
    String day = text.endsWith("T00:00:00") ? text.substring(0, 10) : text;
    return day.length() <= LONGEST_LABEL ? day : day.substring(0, LONGEST_LABEL - 1) + "…";
  }

  /** Adds a name to those taken, changed where it is one of them: the library wants no twins. */
  private static String unique(String name, List<String> taken) {
    String free = name.isEmpty() ? "(empty)" : name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + " " + i;
    }
    taken.add(free);
    return free;
  }
}
