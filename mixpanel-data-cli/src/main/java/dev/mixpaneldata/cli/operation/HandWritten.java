package dev.mixpaneldata.cli.operation;

import java.util.Map;

/** The operations whose command is written by hand, each with the reason. */
public final class HandWritten {
  /** Operation to reason. */
  public static final Map<String, String> REASONS =
      Map.of(
          "sql",
          "query sql prints rows as they come, and takes its text from a file or standard input",
          "sql_scalar",
          "query sql --scalar",
          "jql",
          "query jql takes its script from a file, a text or standard input, and its parameters"
              + " one by one");

  private HandWritten() {}
}
