package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.catalogue.FetchOperation;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** A fetch that can print lines instead of filling a table. */
class StreamingCommand<Q extends Record> extends FetchCommand<Q> {
  private final Lines<Q> lines;

  @Option(
      names = "--stdout",
      description = "Print JSON lines instead of filling a table; nothing is stored.")
  private boolean stdout;

  @Option(names = "--raw", description = "With --stdout: the lines exactly as Mixpanel sent them.")
  private boolean raw;

  @Option(names = "--yes", description = "Fetch any number of events without asking.")
  private boolean yes;

  @Option(
      names = {"-p", "--parallel"},
      description = "Accepted for old scripts, without effect: downloads always run in parallel.")
  private boolean parallel;

  @Option(
      names = "--batch-size",
      paramLabel = "ROWS",
      description = "Accepted for old scripts, without effect: rows are loaded all at once.")
  private int batchSize = 1000;

  /** The source of the lines to print instead of a table, in JSON. */
  @FunctionalInterface
  interface Lines<Q> {
    /** Opens the lines; with {@code raw} they are as Mixpanel sent them. */
    Stream<String> open(CommandContext context, Q request, boolean raw);
  }

  StreamingCommand(FetchOperation<Q> operation, CommandContext context, Lines<Q> lines) {
    super(operation, context);
    this.lines = lines;
  }

  @Override
  public Integer call() throws IOException {
    check();
    if (!stdout) {
      announce(arguments.request(), yes);
      return super.call();
    }
    try (Stream<String> all = lines.open(context, arguments.request(), raw)) {
      LineOutput.print(context, all);
    }
    return 0;
  }

  /**
   * Announces what the fetch takes.
   *
   * @param agreed whether the user has agreed to any number of events
   */
  void announce(Q request, boolean agreed) {}

  /** Returns whether lines are printed instead of stored. */
  boolean prints() {
    return stdout;
  }

  void check() {
    if (stdout && arguments.given().containsKey("mode")) {
      throw MixpanelDataException.invalidArgument(
          "--stdout fills no table, so there is nothing to append to or replace.",
          "Leave --append and --replace out.");
    }
    if (raw && !stdout) {
      throw MixpanelDataException.invalidArgument(
          "--raw needs --stdout.", "Add --stdout, or leave --raw out.");
    }
    if (batchSize < 100 || batchSize > 100_000) {
      throw MixpanelDataException.invalidArgument(
          "--batch-size is " + batchSize + ".", "Choose 100 to 100000.");
    }
  }
}
