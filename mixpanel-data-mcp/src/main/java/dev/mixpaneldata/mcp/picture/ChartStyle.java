package dev.mixpaneldata.mcp.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all pictures have in common: size, colours, fonts, and texts that fit. */
final class ChartStyle {
  static final int WIDTH = 900;
  static final int HEIGHT = 500;

  static final Color FIRST = new Color(0x5b, 0x4b, 0xe0);
  static final Color FILL = new Color(0x5b, 0x4b, 0xe0, 0x30);

  /** Names side by side take the width of the picture; more of them stand beneath each other. */
  private static final int WIDEST_LEGEND = 90;

  private static final int LONGEST_LABEL = 24;
  private static final int LONGEST_TITLE = 90;
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private static final Color INK = new Color(0x33, 0x33, 0x44);
  private static final Color GRID = new Color(0xe4, 0xe4, 0xec);
  private static final Color[] SERIES = {
    FIRST,
    new Color(0xe8, 0x6a, 0x33),
    new Color(0x1f, 0x9e, 0x89),
    new Color(0xd6, 0x3a, 0x6f),
    new Color(0x3a, 0x8d, 0xde),
    new Color(0xb0, 0x8b, 0x00),
    new Color(0x7a, 0x5c, 0x3e),
    new Color(0x8a, 0x8a, 0x99)
  };

  /** More lines than colours nobody can tell apart. */
  static final int MOST_SERIES = SERIES.length;

  private ChartStyle() {}

  static void apply(AxesChartStyler styler) {
    styler.setBaseFont(PLAIN);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(10);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setChartFontColor(INK);
    styler.setSeriesColors(SERIES);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(PLAIN);
    styler.setAxisTickLabelsFont(PLAIN);
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(GRID);
    styler.setChartPadding(14);
    styler.setLocale(Locale.ROOT);
    styler.setDecimalPattern("#,##0.##");
  }

  /** A legend beneath the picture, or beside it where the names take more than its width. */
  static void legend(AxesChartStyler styler, List<String> names) {
    boolean wide = names.stream().mapToInt(name -> label(name).length() + 6).sum() > WIDEST_LEGEND;
    styler.setLegendVisible(names.size() > 1);
    styler.setLegendPosition(
        wide ? Styler.LegendPosition.OutsideE : Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(wide ? Styler.LegendLayout.Vertical : Styler.LegendLayout.Horizontal);
  }

  static String title(String text) {
    return cut(drawable(text), LONGEST_TITLE);
  }

  static String label(String text) {
    String day = text.endsWith("T00:00:00") ? text.substring(0, 10) : text;
    return cut(drawable(day), LONGEST_LABEL);
  }

  /** Adds a name to those taken, changed where it is one of them: the library wants no twins. */
  static String unique(String name, List<String> taken) {
    String free = name.isEmpty() ? "(empty)" : name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + " " + i;
    }
    taken.add(free);
    return free;
  }

  /** Without what this machine's fonts lack, such as emoji, unless nothing else is there. */
  private static String drawable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(PLAIN::canDisplay).forEach(kept::appendCodePoint);
    String left = kept.toString().strip();
    return left.isEmpty() ? text : left;
  }

  /** Whether letters of a text are drawn as boxes; signs such as emoji are left out instead. */
  static boolean lacksLetters(String text) {
    return PLAIN.canDisplayUpTo(text) >= 0
        && text.codePoints().anyMatch(c -> Character.isLetter(c) && !PLAIN.canDisplay(c));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1).strip() + "…";
  }
}
