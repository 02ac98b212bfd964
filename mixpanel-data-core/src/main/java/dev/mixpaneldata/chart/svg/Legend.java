package dev.mixpaneldata.chart.svg;

import java.util.List;

/** The names of coloured series, in lines beneath a picture. */
final class Legend {
  private static final int LINE = 20;
  private static final int MARK = 18;

  private Legend() {}

  /** Writes the legend from {@code y} on and returns where it ends; nothing for one name. */
  static double write(SvgWriter svg, double y, List<String> names) {
    if (names.size() < 2) {
      return y;
    }
    double x = 0;
    double line = y + LINE;
    for (int i = 0; i < names.size(); i++) {
      String name = SvgWriter.label(names.get(i));
      double width = MARK + SvgWriter.width(name) + MARK;
      if (x > 0 && x + width > SvgWriter.WIDTH) {
        x = 0;
        line += LINE;
      }
      svg.box(x, line - 10, 12, 12, "f" + i % SvgWriter.MOST_COLOURS, 1, names.get(i));
      svg.text(x + MARK, line, "", "start", name);
      x += width;
    }
    return line + LINE / 2.0;
  }
}
