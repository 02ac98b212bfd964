package dev.mixpaneldata.chart.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The code that draws charts in browsers, one for all pages. {@code MpChart.draw(element, chart)}
 * draws a chart, and {@code MpChart.table(columns, rows, caption)} makes the table of its numbers.
 */
public final class ChartScript {
  private ChartScript() {}

  /** Returns the script, which loads nothing. */
  public static String script() {
    return text("chart.js");
  }

  /** Returns the style sheet of charts, for light and dark screens and for paper. */
  public static String style() {
    return text("chart.css");
  }

  private static String text(String name) {
    try (InputStream stream = ChartScript.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
