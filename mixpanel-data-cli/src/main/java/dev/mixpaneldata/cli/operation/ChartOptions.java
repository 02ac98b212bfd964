package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.cli.chart.ChartFile;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.chart.VisibleChart;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.report.CohortBreakdown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Charts of results: in the terminal instead of the data, or in a file beside the data. */
final class ChartOptions {
  @Option(
      names = "--chart",
      description = "Draw the result in the terminal instead of printing it.")
  private boolean chart;

  @Option(
      names = "--chart-file",
      paramLabel = "FILE",
      description =
          "Also draw the result into this file: a PNG picture or, by its ending, a page (.html), a"
              + " drawing (.svg), or a chart of Vega-Lite (.vega.json).")
  private @Nullable Path file;

  /** Returns whether the terminal shows a chart and no data. */
  boolean instead() {
    return chart;
  }

  /** Refuses options that exclude each other, before any question is asked. */
  void check(boolean dataFormat, boolean severalCharts) {
    if (chart && dataFormat) {
      throw MixpanelDataException.invalidArgument(
          "--chart draws instead of printing data, so --format and --jq have no effect.",
          "Leave one out; --chart-file FILE draws into a file, and the data are printed as usual.");
    }
    if (file != null && severalCharts) {
      throw MixpanelDataException.invalidArgument(
          "A file holds one chart, and --by-cohort makes several.",
          "Ask about one of them with --cohort, or draw all in the terminal with --chart.");
    }
    if (file != null) {
      requireReplaceable(file);
    }
  }

  /** Refuses to replace a file that is not a chart of its kind. */
  private static void requireReplaceable(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    ChartFile kind = ChartFile.of(file);
    byte[] start = {};
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        start = stream.readNBytes(kind.beginning().length);
        if (start.length == 0 || Arrays.equals(start, kind.beginning())) {
          return;
        }
      } catch (IOException e) {
        throw notWritable(file);
      }
    }
    throw MixpanelDataException.invalidArgument(
        file + " exists and is not " + kind.words() + ", so a chart may not replace it.",
        "Name another file, or remove this one first.");
  }

  private static MixpanelDataException notWritable(Path file) {
    return MixpanelDataException.invalidArgument(
        "The file " + file + " cannot be written.",
        "Name a file in a folder that you may write to.");
  }

  /** Writes the chart to the file, if one is named, and returns the result. */
  Object written(CommandContext context, Object result) {
    if (file != null) {
      write(context, ((Chartable) result).chart(), file);
    }
    return result;
  }

  private static void write(CommandContext context, Chart chart, Path file) {
    ChartFile kind = ChartFile.of(file);
    byte[] picture = kind.content(chart);
    try {
      requireReplaceable(file);
      Files.write(
          file,
          picture,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw notWritable(file);
    }
    if (kind == ChartFile.PNG) {
      ChartImage.lackingFont(chart).ifPresent(context::say);
    }
    context.say("Drew " + file + ".");
  }

  /** Draws in the terminal; a split gets one chart for each cohort. */
  static void draw(CommandContext context, Object result) throws IOException {
    if (result instanceof CohortBreakdown breakdown) {
      for (CohortBreakdown.Part part : breakdown.parts()) {
        context.out().write(Visible.line(part.label()) + "\n");
        draw(context, part.result());
      }
      return;
    }
    TerminalChart terminal = new TerminalChart(context.terminal().width(), context.colours());
    for (String line : terminal.draw(VisibleChart.of(((Chartable) result).chart()))) {
      context.out().write(line + "\n");
    }
    context.out().flush();
  }
}
