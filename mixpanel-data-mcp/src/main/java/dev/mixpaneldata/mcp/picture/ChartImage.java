package dev.mixpaneldata.mcp.picture;

import dev.mixpaneldata.chart.Chart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.IChart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws charts without a screen. */
public final class ChartImage {
  private static final Logger LOG = LoggerFactory.getLogger(ChartImage.class);

  static {
    System.setProperty("java.awt.headless", "true");
  }

  private ChartImage() {}

  /** A PNG of a chart; empty where this Java cannot draw, as without any font. */
  public static Optional<byte[]> png(Chart chart) {
    try {
      return Optional.of(BitmapEncoder.getBitmapBytes(drawn(chart), BitmapFormat.PNG));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LinkageError | InternalError noFonts) {
      LOG.warn("Pictures cannot be drawn here: {}", noFonts.toString());
      return Optional.empty();
    }
  }

  /**
   * What to say of names in a script that no font of this machine has; empty where all is drawn.
   */
  public static Optional<String> lackingFont(Chart chart) {
    return ChartTexts.of(chart)
        .filter(ChartStyle::lacksLetters)
        .findFirst()
        .map(
            name ->
                "The picture cannot show letters of '"
                    + name
                    + "': this machine has no font for them. Install one, such as the packages"
                    + " fonts-noto and fonts-noto-cjk.");
  }

  private static IChart drawn(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines.times().size() > 1
          ? LinePicture.of(lines)
          : BarPicture.of(LinePicture.atOneTime(lines));
    }
    if (chart instanceof Chart.Bars bars) {
      return BarPicture.of(bars);
    }
    if (chart instanceof Chart.Groups groups) {
      return GroupPicture.of(groups);
    }
    if (chart instanceof Chart.Flow flow) {
      return BarPicture.of(flow.paths());
    }
    return HeatPicture.of((Chart.Heatmap) chart);
  }
}
