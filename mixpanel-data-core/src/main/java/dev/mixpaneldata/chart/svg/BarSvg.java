package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.chart.Chart;
import java.util.List;

/** Values side by side, as horizontal bars with their labels before them. */
final class BarSvg {
  private static final double TOP = 34;
  private static final double ROW = 26;
  private static final int MOST_BARS = 40;

  private BarSvg() {}

  static String of(Chart.Bars bars) {
    List<Chart.Bar> drawn = bars.bars().subList(0, Math.min(MOST_BARS, bars.bars().size()));
    String title =
        drawn.size() < bars.bars().size()
            ? bars.title() + " (first " + drawn.size() + " of " + bars.bars().size() + ")"
            : bars.title();
    SvgWriter svg = new SvgWriter(title);
    double left = 10 + widest(drawn.stream().map(b -> SvgWriter.label(b.label())).toList());
    double right = 10 + widest(drawn.stream().map(BarSvg::value).toList());
    double most = drawn.stream().mapToDouble(Chart.Bar::value).max().orElse(0);
    double y = TOP;
    for (Chart.Bar bar : drawn) {
      double share = most > 0 ? bar.value() / most : 0;
      double width = Math.max(1, (SvgWriter.WIDTH - left - right) * share);
      svg.text(left - 8, y + 17, "", "end", SvgWriter.label(bar.label()));
      svg.box(left, y + 3, width, ROW - 6, "f0", 1, bar.label() + ": " + value(bar));
      svg.text(left + width + 6, y + 17, "mute", "start", value(bar));
      y += ROW;
    }
    if (drawn.isEmpty()) {
      svg.text(0, y + 17, "mute", "start", "Nothing matches.");
      y += ROW;
    }
    return svg.whole(y + 6);
  }

  private static String value(Chart.Bar bar) {
    return SvgWriter.shown(bar.value()) + (bar.note().isBlank() ? "" : " (" + bar.note() + ")");
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(SvgWriter::width).max().orElse(0);
  }
}
