package dev.mixpaneldata.cli.chart;

import dev.mixpaneldata.bridge.board.ChartPage;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.svg.SvgChart;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.picture.ChartImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of file that hold one chart, each with the bytes that all of its files begin with. */
public enum ChartFile {
  /** A picture. */
  PNG("a PNG file", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}) {
    @Override
    public byte[] content(Chart chart) {
      return ChartImage.png(chart)
          .orElseThrow(
              () ->
                  MixpanelDataException.invalidArgument(
                      "This Java cannot draw pictures.",
                      "Install a font (packages fontconfig and fonts-dejavu), and a Java that is"
                          + " not 'headless only', or use --chart."));
    }
  },
  /** A page, with the table of the numbers. */
  HTML("a page of a chart", ascii("<!doctype html>")) {
    @Override
    public byte[] content(Chart chart) {
      return utf8(ChartPage.of(chart));
    }
  },
  /** A drawing. */
  SVG("an SVG file", ascii("<svg ")) {
    @Override
    public byte[] content(Chart chart) {
      return utf8(SvgChart.file(chart));
    }
  },
  /** A chart of Vega-Lite. */
  VEGA("a chart of Vega-Lite", ascii("{\"$schema\":\"https://vega")) {
    @Override
    public byte[] content(Chart chart) {
      return utf8(VegaLite.of(chart) + "\n");
    }
  };

  private final String words;
  private final byte[] beginning;

  ChartFile(String words, byte[] beginning) {
    this.words = words;
    this.beginning = beginning;
  }

  /** Returns the kind of a file by its name; a picture unless the ending is another kind's. */
  public static ChartFile of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      return HTML;
    }
    if (name.endsWith(".svg")) {
      return SVG;
    }
    return name.endsWith(".vega.json") ? VEGA : PNG;
  }

  /** Returns the content of the file of a chart. */
  public abstract byte[] content(Chart chart);

  /** Returns the kind in words. */
  public String words() {
    return words;
  }

  /** Returns the bytes that files of this kind begin with. */
  public byte[] beginning() {
    return beginning.clone();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
