package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.cli.output.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Horizontal bars, exact to an eighth of a character. */
final class BarRows {
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  /** Labels take at most this share of a line, so that bars still have visible differences. */
  private static final double LONGEST_LABEL = 0.5;

  private final int width;
  private final boolean colour;

  BarRows(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  List<String> draw(Chart.Bars chart) {
    if (chart.bars().isEmpty()) {
      return List.of("  (nothing to show)");
    }
    int labels = 0;
    int notes = 0;
    double most = 0;
    for (Chart.Bar bar : chart.bars()) {
      labels = Math.max(labels, Math.min((int) (width * LONGEST_LABEL), TextWidth.of(bar.label())));
      notes = Math.max(notes, note(bar).length());
      most = Math.max(most, bar.value());
    }
    int room = Math.max(8, width - labels - notes - 4);
    List<String> lines = new ArrayList<>();
    for (Chart.Bar bar : chart.bars()) {
      String drawn = bar(most == 0 ? 0 : bar.value() / most, room);
      String label = TextWidth.fit(bar.label(), labels);
      lines.add(
          ("  " + label + " " + (colour ? Ansi.series(0, drawn) : drawn) + " " + note(bar))
              .stripTrailing());
    }
    return lines;
  }

  private static String note(Chart.Bar bar) {
    String value = Numbers.full(bar.value());
    return bar.note().isEmpty() ? value : value + "  " + bar.note();
  }

  /** Returns a bar of this share of the room, 0 to 1. */
  static String bar(double share, int room) {
    int eighths = (int) Math.round(share * room * 8);
    if (share > 0 && eighths == 0) {
      eighths = 1;
    }
    String whole = "█".repeat(eighths / 8);
    return eighths % 8 == 0 ? whole : whole + EIGHTHS.charAt(eighths % 8);
  }
}
