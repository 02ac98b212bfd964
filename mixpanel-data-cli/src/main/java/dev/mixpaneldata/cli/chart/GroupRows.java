package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.cli.output.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal bars under the headings of their groups; a colour stands for the same name in each
 * group.
 */
final class GroupRows {
  private static final int LONGEST_LABEL = 28;

  private final int width;
  private final boolean colour;

  GroupRows(int width, boolean colour) {
    this.width = width;
    this.colour = colour;
  }

  List<String> draw(Chart.Groups chart) {
    if (chart.groups().isEmpty()) {
      return List.of("  (nothing to show)");
    }
    int labels = 0;
    int notes = 0;
    for (Chart.Group group : chart.groups()) {
      for (Chart.Bar bar : group.bars()) {
        labels = Math.max(labels, Math.min(LONGEST_LABEL, TextWidth.of(bar.label())));
        notes = Math.max(notes, bar.note().length());
      }
    }
    int room = Math.max(8, width - labels - notes - 6);
    List<String> lines = new ArrayList<>();
    for (Chart.Group group : chart.groups()) {
      lines.add("  " + group.label());
      for (int i = 0; i < group.bars().size(); i++) {
        Chart.Bar bar = group.bars().get(i);
        String drawn = BarRows.bar(bar.value(), room);
        lines.add(
            ("    "
                    + TextWidth.fit(bar.label(), labels)
                    + " "
                    + (colour ? Ansi.series(i, drawn) : drawn)
                    + " "
                    + bar.note())
                .stripTrailing());
      }
    }
    if (!chart.note().isEmpty()) {
      lines.add("  " + chart.note());
    }
    return lines;
  }
}
