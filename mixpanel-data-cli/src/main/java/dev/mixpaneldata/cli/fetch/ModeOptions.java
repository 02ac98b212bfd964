package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import picocli.CommandLine.Option;

/** What to do with a table that is there, and how loud to be about progress. */
final class ModeOptions {
  @Option(names = "--append", description = "Add to a table that is there; nothing is doubled.")
  private boolean append;

  @Option(
      names = "--replace",
      description = "Take the place of a table that is there, once everything has arrived.")
  private boolean replace;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Option(
      names = "--stdout",
      description = "Print JSON lines instead of filling a table; nothing is stored.")
  private boolean stdout;

  @Option(names = "--raw", description = "With --stdout: the lines exactly as Mixpanel sent them.")
  private boolean raw;

  @Option(
      names = {"-p", "--parallel"},
      hidden = true,
      description = "Accepted for scripts of the Python tool; downloads always run side by side.")
  private boolean parallel;

  @Option(
      names = "--batch-size",
      hidden = true,
      paramLabel = "ROWS",
      description = "Accepted for scripts of the Python tool; rows are loaded all at once.")
  private int batchSize = 1000;

  FetchMode mode() {
    if (append && replace) {
      throw MixpanelDataException.invalidArgument(
          "--append and --replace contradict each other.", "Choose one of them.");
    }
    if (stdout && (append || replace)) {
      throw MixpanelDataException.invalidArgument(
          "--stdout fills no table, so there is nothing to append to or replace.",
          "Leave --append and --replace out.");
    }
    if (raw && !stdout) {
      throw MixpanelDataException.invalidArgument(
          "--raw is about the lines of --stdout.", "Add --stdout, or leave --raw out.");
    }
    if (batchSize < 100 || batchSize > 100_000) {
      throw MixpanelDataException.invalidArgument(
          "--batch-size is " + batchSize + ".", "Choose 100 to 100000.");
    }
    if (append) {
      return FetchMode.APPEND;
    }
    return replace ? FetchMode.REPLACE : FetchMode.CREATE;
  }

  boolean stdout() {
    return stdout;
  }

  boolean raw() {
    return raw;
  }

  boolean noProgress() {
    return noProgress;
  }
}
