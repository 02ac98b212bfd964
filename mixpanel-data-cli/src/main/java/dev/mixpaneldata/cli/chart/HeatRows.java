package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.cli.output.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A table of shares, with darker cells for greater shares. */
final class HeatRows {
  private static final int CELL = 6;
  private static final int LONGEST_LABEL = 28;
  private static final String SHADES = " ░▒▓█";

  /** Blues of the 256-colour palette, light to dark. */
  private static final int[] BLUES = {255, 195, 153, 117, 75, 33, 26, 19};

  private static final int BLACK = 16;
  private static final int WHITE = 231;

  private final int width;
  private final boolean colour;

  HeatRows(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  List<String> draw(Chart.Heatmap chart) {
    if (chart.rows().isEmpty()) {
      return List.of("  (nothing to show)");
    }
    int labels =
        chart.rows().stream()
            .mapToInt(label -> Math.min(LONGEST_LABEL, TextWidth.of(label)))
            .max()
            .orElse(0);
    int columns = Math.min(chart.columns().size(), Math.max(1, (width - labels - 3) / CELL));
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("  " + " ".repeat(labels) + " ");
    for (String column : chart.columns().subList(0, columns)) {
      head.append(String.format(Locale.ROOT, "%" + CELL + "s", shortened(column)));
    }
    lines.add(head.toString());
    for (int row = 0; row < chart.rows().size(); row++) {
      StringBuilder line =
          new StringBuilder("  " + TextWidth.fit(chart.rows().get(row), labels) + " ");
      List<@Nullable Double> shares = chart.shares().get(row);
      for (int column = 0; column < Math.min(columns, shares.size()); column++) {
        line.append(
            chart.isComplete(row, column)
                ? cell(shares.get(column))
                : incomplete(shares.get(column)));
      }
      lines.add(line.toString().stripTrailing());
    }
    if (chart.hasIncomplete()) {
      lines.add("  * " + chart.note());
    }
    if (columns < chart.columns().size()) {
      lines.add("  " + (chart.columns().size() - columns) + " more columns; widen the terminal");
    }
    return lines;
  }

  private static String shortened(String text) {
    return text.length() < CELL ? text : text.substring(0, CELL - 1);
  }

  /**
   * Returns a cell without a shade: a share that is not final must not look like part of the
   * pattern.
   */
  private static String incomplete(@Nullable Double share) {
    return share == null ? " ".repeat(CELL) : String.format(Locale.ROOT, " %3.0f%%*", share * 100);
  }

  private String cell(@Nullable Double share) {
    if (share == null) {
      return " ".repeat(CELL);
    }
    double bounded = Math.max(0, Math.min(1, share));
    String number = String.format(Locale.ROOT, "%3.0f%%", share * 100);
    if (!colour) {
      return " " + SHADES.charAt((int) Math.round(bounded * (SHADES.length() - 1))) + number;
    }
    int shade = (int) Math.round(bounded * (BLUES.length - 1));
    return Ansi.on(BLUES[shade], shade > 3 ? WHITE : BLACK, " " + number + " ");
  }
}
