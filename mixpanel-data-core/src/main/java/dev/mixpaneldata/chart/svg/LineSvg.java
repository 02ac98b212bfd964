package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.chart.Chart;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Values over time. */
final class LineSvg {
  private static final double TOP = 34;
  private static final double HEIGHT = 210;

  /** More labels than this run together. */
  private static final int MOST_LABELS = 7;

  /** With more points than this, the dots hide the line. */
  private static final int MOST_DOTS = 60;

  private LineSvg() {}

  static String of(Chart.Lines lines) {
    List<Chart.Series> drawn =
        lines.series().stream()
            .sorted(Comparator.comparingDouble(LineSvg::sum).reversed())
            .limit(SvgWriter.MOST_COLOURS)
            .toList();
    String title =
        drawn.size() < lines.inAll()
            ? String.format(
                Locale.ROOT, "%s (%d of %,d)", lines.title(), drawn.size(), lines.inAll())
            : lines.title();
    SvgWriter svg = new SvgWriter(title);
    Axis axis = Axis.over(drawn.stream().flatMap(s -> s.values().stream())::iterator);
    Plot plot = new Plot(svg, axis, lines.times());
    plot.frame();
    for (int i = 0; i < drawn.size(); i++) {
      plot.line(drawn.get(i), i);
    }
    double end = TOP + HEIGHT + 22;
    return svg.whole(Legend.write(svg, end, drawn.stream().map(Chart.Series::name).toList()) + 4);
  }

  /** Returns the values of a single time, which make no line. */
  static Chart.Bars atOneTime(Chart.Lines lines) {
    String time = lines.times().isEmpty() ? "" : ", " + SvgWriter.label(lines.times().get(0));
    return new Chart.Bars(
        lines.title() + time,
        lines.series().stream()
            .filter(s -> !s.values().isEmpty() && Double.isFinite(s.values().get(0)))
            .map(s -> new Chart.Bar(s.name(), s.values().get(0), ""))
            .toList());
  }

  private static double sum(Chart.Series series) {
    return series.values().stream().filter(Double::isFinite).mapToDouble(v -> v).sum();
  }

  /** The area between the axes. */
  private record Plot(SvgWriter svg, Axis axis, List<String> times, double left) {
    Plot(SvgWriter svg, Axis axis, List<String> times) {
      this(
          svg,
          axis,
          times,
          12
              + axis.ticks().stream()
                  .mapToDouble(t -> SvgWriter.width(SvgWriter.shown(t)))
                  .max()
                  .orElse(0));
    }

    void frame() {
      for (double tick : axis.ticks()) {
        svg.grid(left, y(tick), SvgWriter.WIDTH, y(tick));
        svg.text(left - 8, y(tick) + 4, "mute", "end", SvgWriter.shown(tick));
      }
      int every = Math.max(1, (int) Math.ceil(times.size() / (double) MOST_LABELS));
      for (int i = 0; i < times.size(); i += every) {
        String anchor = i == 0 ? "start" : x(i) > SvgWriter.WIDTH - 40 ? "end" : "middle";
        svg.text(x(i), TOP + HEIGHT + 18, "mute", anchor, SvgWriter.label(times.get(i)));
      }
    }

    void line(Chart.Series series, int colour) {
      StringBuilder path = new StringBuilder();
      boolean drawing = false;
      for (int i = 0; i < series.values().size(); i++) {
        double value = series.values().get(i);
        if (Double.isFinite(value)) {
          path.append(drawing ? 'L' : 'M').append(SvgWriter.number(x(i))).append(' ');
          path.append(SvgWriter.number(y(value)));
        }
        drawing = Double.isFinite(value);
      }
      svg.path(path.toString(), "line l" + colour, series.name());
      if (times.size() <= MOST_DOTS) {
        for (int i = 0; i < series.values().size(); i++) {
          double value = series.values().get(i);
          if (Double.isFinite(value)) {
            String hover = series.name() + ", " + times.get(i) + ": " + SvgWriter.shown(value);
            svg.dot(x(i), y(value), "f" + colour, hover);
          }
        }
      }
    }

    private double x(int index) {
      return left + 4 + (SvgWriter.WIDTH - left - 10) * index / (times.size() - 1.0);
    }

    private double y(double value) {
      return TOP + HEIGHT * (1 - axis.place(value));
    }
  }
}
