package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;

/** Draws charts without a screen. */
public final class ChartImage {
  private ChartImage() {}

  /** A PNG of a chart. */
  public static byte[] png(Chart chart) {
    throw new UnsupportedOperationException(chart.title());
  }
}
