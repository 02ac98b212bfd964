package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Shares in rows and columns, in percent; the darker the more. */
final class HeatPicture {
  private static final int ROW_HEIGHT = 26;
  private static final int MOST_VALUES = 16;

  /**
   * A share that is not final is a negative number here, down to -0.0: below the least it has the
   * palest shade, and the pattern shows it with an asterisk. The library knows cells by nothing but
   * their numbers.
   */
  private static final String PERCENT = "0;0'*'";

  private static final Color[] SHADES = {
    new Color(0xf7, 0xf6, 0xff),
    new Color(0xc4, 0xbd, 0xf7),
    new Color(0x9d, 0x92, 0xf0),
    new Color(0x7d, 0x70, 0xe8)
  };

  private HeatPicture() {}

  static HeatMapChart of(Chart.Heatmap map) {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(ChartStyle.WIDTH)
            .height(Math.max(ChartStyle.HEIGHT / 2, 120 + ROW_HEIGHT * map.rows().size()))
            .title(ChartStyle.title(map.title() + " (%)"))
            .build();
    ChartStyle.apply(chart.getStyler());
    chart.getStyler().setRangeColors(SHADES);
    chart.getStyler().setMin(0);
    chart.getStyler().setMax(Math.max(1, Math.ceil(greatest(map))));
    chart.getStyler().setShowValue(map.columns().size() <= MOST_VALUES);
    chart.getStyler().setLegendVisible(map.columns().size() > MOST_VALUES);
    chart.getStyler().setHeatMapValueDecimalPattern(PERCENT);
    if (map.hasIncomplete()) {
      boolean marked = map.columns().size() <= MOST_VALUES;
      chart.setXAxisTitle((marked ? "* " : "pale ends of rows: ") + map.note());
    }
    chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    chart.getStyler().setYAxisTickMarkSpacingHint(8);
    chart.getStyler().setXAxisTickMarkSpacingHint(20);
    chart.getStyler().setPlotGridLinesVisible(false);
    List<Number[]> cells = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    // The first row belongs on top, and the axis counts from below.
    for (int row = map.rows().size() - 1; row >= 0; row--) {
      ChartStyle.unique(ChartStyle.label(map.rows().get(row)), rows);
      List<@Nullable Double> shares = map.shares().get(row);
      // A row ends where its time has not come yet.
      for (int column = 0; column < Math.min(map.columns().size(), shares.size()); column++) {
        @Nullable Double share = shares.get(column);
        if (share != null) {
          long percent = Math.round(share * 100);
          double value = map.isComplete(row, column) ? percent : -(double) percent;
          cells.add(new Number[] {column, rows.size() - 1, value});
        }
      }
    }
    List<String> columns = new ArrayList<>();
    map.columns().forEach(column -> ChartStyle.unique(ChartStyle.label(column), columns));
    chart.addSeries("share", columns, rows, cells);
    return chart;
  }

  /** The darkest shade is the greatest share there is, so that small ones differ too. */
  private static double greatest(Chart.Heatmap map) {
    double greatest = 0;
    for (List<@Nullable Double> row : map.shares()) {
      for (@Nullable Double share : row) {
        greatest = share == null ? greatest : Math.max(greatest, share * 100);
      }
    }
    return greatest;
  }
}
