package dev.mixpaneldata.cli.shell;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.commandline.ErrorReport;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.SqlResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A session of the shell, which runs one statement or dot command after another. */
final class ShellSession {
  private static final String HELP =
      """
      SQL ends with a semicolon and may take several lines.
        .tables     the local tables
        .schema T   the columns of table T
        .help       this text
        .quit       leave (or Ctrl-D)
      """;

  private final CommandContext context;
  private final OutputOptions output = OutputOptions.table();
  private boolean closed;

  ShellSession(CommandContext context) {
    this.context = context;
  }

  /** Returns whether the user typed {@code .quit}. */
  boolean closed() {
    return closed;
  }

  /** Runs a statement. Prints an error, if there is one, and returns its exit status. */
  int run(String statement) {
    try {
      if (statement.startsWith(".")) {
        command(List.of(statement.split("\\s+")));
      } else {
        query(statement);
      }
      context.out().flush();
      return 0;
    } catch (MixpanelDataException e) {
      return new ErrorReport(context).report(e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void query(String statement) throws IOException {
    long start = System.nanoTime();
    SqlResult result = context.workspace().sql(statement);
    long millis = (System.nanoTime() - start) / 1_000_000;
    output.print(context, () -> result);
    int rows = result.rows().size();
    context.say(
        String.format(Locale.ROOT, "%,d %s, %,d ms", rows, rows == 1 ? "row" : "rows", millis));
  }

  private void command(List<String> words) throws IOException {
    switch (words.get(0)) {
      case ".tables" ->
          output.print(
              context,
              List.of("name", "type", "row_count", "fetched_at"),
              () -> context.workspace().tables().list());
      case ".schema" -> schema(words);
      case ".help" -> context.out().write(HELP);
      case ".quit", ".exit" -> closed = true;
      default ->
          throw MixpanelDataException.invalidArgument(
              "There is no " + words.get(0) + ".", "Type .help to see the commands.");
    }
  }

  private void schema(List<String> words) throws IOException {
    if (words.size() != 2) {
      throw MixpanelDataException.invalidArgument(
          ".schema takes one table.", "Type .schema and a name that .tables shows.");
    }
    output.print(context, () -> context.workspace().tables().schema(words.get(1)));
  }
}
