package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.chart.Chart;
import java.util.List;

/** Shares in groups, as columns beside each other with one colour for each name. */
final class GroupSvg {
  private static final double TOP = 44;
  private static final double HEIGHT = 190;
  private static final int MOST_NUMBERED = 18;

  private GroupSvg() {}

  static String of(Chart.Groups chart) {
    SvgWriter svg = new SvgWriter(chart.title());
    int groups = Math.max(1, chart.groups().size());
    int bars = chart.groups().isEmpty() ? 0 : chart.groups().get(0).bars().size();
    double each = (SvgWriter.WIDTH - 44.0) / groups;
    double width = Math.min(60, (each - 16) / Math.max(1, bars));
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = TOP + HEIGHT * (1 - percent / 100.0);
      svg.grid(44, y, SvgWriter.WIDTH, y);
      svg.text(38, y + 4, "mute", "end", percent + "%");
    }
    for (int g = 0; g < chart.groups().size(); g++) {
      Chart.Group group = chart.groups().get(g);
      double centre = 44 + each * (g + 0.5);
      double x = centre - width * bars / 2.0;
      for (int b = 0; b < group.bars().size(); b++) {
        Chart.Bar bar = group.bars().get(b);
        double height = HEIGHT * Math.max(0, Math.min(1, bar.value()));
        String shown = SvgWriter.percent(bar.value());
        String hover = group.label() + ", " + bar.label() + ": " + shown + " " + bar.note().strip();
        String colour = "f" + b % SvgWriter.MOST_COLOURS;
        svg.box(x, TOP + HEIGHT - height, width - 3, height, colour, 1, hover.strip());
        if (groups * bars <= MOST_NUMBERED) {
          svg.text(x + (width - 3) / 2, TOP + HEIGHT - height - 4, "mute", "middle", shown);
        }
        x += width;
      }
      svg.text(centre, TOP + HEIGHT + 18, "", "middle", SvgWriter.label(group.label()));
    }
    List<String> names =
        chart.groups().stream()
            .limit(1)
            .flatMap(group -> group.bars().stream())
            .map(Chart.Bar::label)
            .toList();
    double end = Legend.write(svg, TOP + HEIGHT + 24, names);
    if (!chart.note().isEmpty()) {
      svg.text(0, end + 16, "mute", "start", chart.note());
      end += 22;
    }
    return svg.whole(end + 4);
  }
}
