package dev.mixpaneldata.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.ReportResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that prints data, and the printing itself. */
public final class OutputOptions {
  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default table at a terminal, json in a pipe).")
  private @Nullable OutputFormat format;

  @Option(
      names = "--jq",
      paramLabel = "FILTER",
      description = "Filter the result with this jq program (json and jsonl only).")
  private @Nullable String jq;

  /** Returns options that always print tables, for the shell. */
  public static OutputOptions table() {
    OutputOptions options = new OutputOptions();
    options.format = OutputFormat.TABLE;
    return options;
  }

  /** Returns whether the user chose a form of the data, instead of the default. */
  public boolean isChosen() {
    return format != null || jq != null;
  }

  /** Returns the format asked for, or else a table for people and JSON for programs and filters. */
  public OutputFormat format(CommandContext context) {
    if (format != null) {
      return format;
    }
    return context.terminal().output() && jq == null ? OutputFormat.TABLE : OutputFormat.JSON;
  }

  /** Makes bare values the default at a terminal, for commands that return one value. */
  public void barely(CommandContext context) {
    if (format == null && jq == null && context.terminal().output()) {
      format = OutputFormat.PLAIN;
    }
  }

  /**
   * Prints the result of a command. Mistakes in these options are reported before the command runs.
   */
  public void print(CommandContext context, Supplier<?> result) throws IOException {
    print(context, List.of(), result);
  }

  /** Prints the result of a command; a table at a terminal shows only these columns. */
  public void print(CommandContext context, List<String> columns, Supplier<?> result)
      throws IOException {
    OutputFormat chosen = format(context);
    Optional<JqFilter> filter = filter(chosen);
    Object value = result.get();
    if (chosen != OutputFormat.TABLE) {
      say(context, value);
    }
    Writer out = isJson(chosen) ? context.data() : context.out();
    Page page =
        new Page(
            context.terminal().output(),
            context.terminal().width(),
            context.colours(),
            context.plain(),
            columns);
    if (filter.isPresent()) {
      printFiltered(filter.get().apply(value), chosen, out);
    } else {
      chosen.printer().print(value, page, out);
    }
    out.flush();
  }

  /** Prints what there is to say about a report's numbers on standard error. */
  public static void say(CommandContext context, Object result) {
    notes(result).forEach(note -> context.say("Note: " + note));
  }

  /** Returns the sentences about a report's numbers, each once; tables show them below the rows. */
  static List<String> notes(Object result) {
    if (result instanceof CohortBreakdown breakdown) {
      return breakdown.parts().stream()
          .flatMap(part -> part.result().notes().stream())
          .distinct()
          .toList();
    }
    return result instanceof ReportResult report ? report.notes() : List.of();
  }

  /** Returns a printer of rows as they arrive, if the format and the options allow one. */
  public Optional<RowPrinter> rows(CommandContext context) throws IOException {
    OutputFormat chosen = format(context);
    if (filter(chosen).isPresent()) {
      return Optional.empty();
    }
    return switch (chosen) {
      case JSONL -> Optional.of(new JsonRows(context.data()));
      case CSV -> Optional.of(shown(new CsvRows(context.out()), context));
      case PLAIN -> Optional.of(shown(new PlainRows(context.out()), context));
      case JSON, TABLE -> Optional.empty();
    };
  }

  private static RowPrinter shown(RowPrinter rows, CommandContext context) {
    return context.terminal().output() ? new VisibleRows(rows) : rows;
  }

  private static boolean isJson(OutputFormat format) {
    return format == OutputFormat.JSON || format == OutputFormat.JSONL;
  }

  private Optional<JqFilter> filter(OutputFormat chosen) {
    if (jq == null) {
      return Optional.empty();
    }
    if (!isJson(chosen)) {
      throw MixpanelDataException.invalidArgument(
          "--jq works on JSON, not on " + chosen + ".", "Use --format json or jsonl with --jq.");
    }
    return Optional.of(JqFilter.compile(jq));
  }

  private static void printFiltered(List<JsonNode> values, OutputFormat chosen, Writer out)
      throws IOException {
    for (JsonNode value : values) {
      out.write(chosen == OutputFormat.JSON ? value.toPrettyString() : value.toString());
      out.write('\n');
    }
  }
}
