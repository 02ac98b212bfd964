package dev.mixpaneldata.cli.query;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.command.TextFile;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.cli.output.RowPrinter;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlScalar;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code mp query sql}, written by hand because its text has three possible sources and its rows
 * are printed as they arrive.
 */
final class SqlCommand implements Callable<Integer>, Pinnable {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One SELECT in DuckDB's SQL, or - for standard input.")
  private @Nullable String query;

  @Option(
      names = {"-F", "--file"},
      paramLabel = "FILE",
      description = "Read the query from this file; - for standard input.")
  private @Nullable String file;

  @Option(
      names = {"-s", "--scalar"},
      description = "Print the single value of a query with one row and one column.")
  private boolean scalar;

  @Mixin private final OutputOptions output = new OutputOptions();

  SqlCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Question question() throws IOException {
    return Question.operation(StoreOperations.SQL.id(), Map.of("query", text()));
  }

  @Override
  public Integer call() throws IOException {
    String text = text();
    if (scalar) {
      output.barely(context);
      output.print(context, () -> new SqlScalar(context.workspace().sql(text).scalar()));
      return 0;
    }
    Optional<RowPrinter> rows = output.rows(context);
    if (rows.isPresent()) {
      context.workspace().sql().stream(SqlQuery.of(text), new RowStream(rows.get()));
      rows.get().end();
      context.out().flush();
    } else {
      output.print(context, () -> context.workspace().sql(text));
    }
    return 0;
  }

  private String text() throws IOException {
    if ((query == null) == (file == null)) {
      throw MixpanelDataException.invalidArgument(
          query == null ? "No query is given." : "Two queries are given: a text and a file.",
          "Give the SQL as the argument, or a file with --file, or - for standard input.");
    }
    String source = query != null ? query : file;
    if ("-".equals(source)) {
      return TextFile.read(context.in(), "Standard input", "Give SQL in UTF-8.");
    }
    return query != null
        ? query
        : TextFile.read(String.valueOf(file), "Give a file of SQL in UTF-8.");
  }
}
