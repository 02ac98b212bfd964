package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.chart.Chart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares in rows and columns; the darker, the greater. */
final class HeatSvg {
  private static final double TOP = 52;
  private static final double ROW = 26;
  private static final int MOST_VALUES = 16;

  private HeatSvg() {}

  static String of(Chart.Heatmap map) {
    SvgWriter svg = new SvgWriter(map.title());
    double left =
        10
            + map.rows().stream()
                .mapToDouble(row -> SvgWriter.width(SvgWriter.label(row)))
                .max()
                .orElse(0);
    int columns = Math.max(1, map.columns().size());
    double width = (SvgWriter.WIDTH - left) / columns;
    boolean numbered = columns <= MOST_VALUES;
    int every = Math.max(1, (int) Math.ceil(columns / (double) MOST_VALUES));
    for (int c = 0; c < map.columns().size(); c += every) {
      double x = left + width * (c + 0.5);
      svg.text(x, TOP - 8, "mute", "middle", SvgWriter.label(map.columns().get(c)));
    }
    double greatest = greatest(map);
    for (int r = 0; r < map.rows().size(); r++) {
      double y = TOP + ROW * r;
      svg.text(left - 8, y + 17, "", "end", SvgWriter.label(map.rows().get(r)));
      List<@Nullable Double> shares = map.shares().get(r);
      for (int c = 0; c < Math.min(columns, shares.size()); c++) {
        @Nullable Double share = shares.get(c);
        if (share != null && Double.isFinite(share)) {
          boolean complete = map.isComplete(r, c);
          double strength = 0.08 + 0.92 * (greatest > 0 ? share / greatest : 0);
          String shown = SvgWriter.percent(share) + (complete ? "" : "*");
          String hover = map.rows().get(r) + ", " + map.columns().get(c) + ": " + shown;
          double x = left + width * c;
          double fill = complete ? strength : strength / 3;
          String classes = complete ? "heat" : "heat pale";
          svg.box(x + 1, y + 1, width - 2, ROW - 2, classes, fill, hover);
          if (numbered) {
            String ink = fill > 0.55 ? "on" : "";
            svg.text(x + width / 2, y + 17, ink, "middle", shown);
          }
        }
      }
    }
    double end = TOP + ROW * map.rows().size();
    if (map.hasIncomplete()) {
      svg.text(0, end + 18, "mute", "start", (numbered ? "* " : "pale: ") + map.note());
      end += 22;
    }
    return svg.whole(end + 6);
  }

  private static double greatest(Chart.Heatmap map) {
    double greatest = 0;
    for (List<@Nullable Double> row : map.shares()) {
      for (@Nullable Double share : row) {
        greatest = share == null || !Double.isFinite(share) ? greatest : Math.max(greatest, share);
      }
    }
    return greatest;
  }
}
