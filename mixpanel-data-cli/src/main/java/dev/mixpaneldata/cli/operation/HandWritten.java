package dev.mixpaneldata.cli.operation;

import java.util.Map;

/**
 * The hand-written parts of the command line, each with its reason. All else derives from
 * operations.
 */
public final class HandWritten {
  /** The operations whose command is written by hand. */
  public static final Map<String, String> REASONS =
      Map.of(
          "sql",
          "query sql prints rows as they come, and takes its text from a file or standard input",
          "sql_scalar",
          "query sql --scalar",
          "jql",
          "query jql takes its script from a file, a text or standard input, and its parameters"
              + " one by one",
          "fetch_events",
          "fetch events shows how far it is, and prints a stream with --stdout",
          "fetch_profiles",
          "fetch profiles shows how far it is, and prints a stream with --stdout",
          "sync_table",
          "sync shows how far it is",
          "export_lake",
          "export lake shows how far it is",
          "load_events",
          "tables load shows how far it is",
          "download_lookup_table",
          "lookup-tables download writes the file as it comes, to a file or standard output");

  /** Commands whose arguments are not the parameters of an operation. */
  static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry(
              "auth", "accounts are this computer's, and secrets are typed where nobody sees them"),
          Map.entry("target", "targets are this computer's, as accounts are"),
          Map.entry("query sql", REASONS.get("sql")),
          Map.entry("query jql", REASONS.get("jql")),
          Map.entry("shell", "a conversation"),
          Map.entry("ui", "starts a server for a browser"),
          Map.entry("mcp", "starts a server with options of its own"),
          Map.entry("demo", "a tour with a Mixpanel of its own"),
          Map.entry("completion", "writes what a shell reads"),
          Map.entry("man", "writes pages"),
          Map.entry("connect", "a conversation with a browser beside it"),
          Map.entry("connections", "connections are this computer's, and belong to no project"),
          Map.entry("board", "boards are this computer's, and keep what other commands answer"),
          Map.entry("login", "a conversation with a browser beside it"),
          Map.entry("logout", "accounts are this computer's"),
          Map.entry("ask", "a connection answers, and no operation of this library"),
          Map.entry("import", "reads a file or standard input, and shows how far it is"),
          Map.entry("profiles", "reads a file or standard input, and asks before it deletes"));

  private static final String CHART = "a picture at a terminal or in a file beside the data";
  private static final String STREAM = "a pipe takes lines where a table is not wanted";
  private static final String PYTHON =
      "accepted and without effect, for scripts of the Python tool";
  private static final String GLOBAL = "whose project, and how loud; goes with every command";

  /** Options that commands have in addition to the parameters of their operations. */
  static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("--help", "shows the command's help"),
          Map.entry("--format", "how results are printed"),
          Map.entry("--jq", "how results are printed"),
          Map.entry("--force", "answers a question, or sends what Mixpanel would refuse"),
          Map.entry(
              "--yes",
              "answers the question that a terminal is asked before things go or a large fetch"
                  + " begins"),
          Map.entry("--dry-run", "shows the request instead of sending it"),
          Map.entry("--refresh", "whether this process may answer from what it keeps"),
          Map.entry("--no-progress", "a progress line is a terminal's"),
          Map.entry("--stdout", STREAM),
          Map.entry("--raw", STREAM),
          Map.entry("--lake", "a folder of this computer in place of a table"),
          Map.entry("--output", "a file in place of standard output"),
          Map.entry("--parallel", PYTHON),
          Map.entry("--batch-size", PYTHON),
          Map.entry("--chart", CHART),
          Map.entry("--chart-file", CHART),
          Map.entry("--definition", "shows or sends a text instead of running the report"),
          Map.entry("--link", "an address beside the answer is for people at a terminal"),
          Map.entry("--explain", "SQL beside the answer is for people at a terminal"),
          Map.entry("--account", GLOBAL),
          Map.entry("--target", GLOBAL),
          Map.entry("--project", GLOBAL),
          Map.entry("--region", GLOBAL),
          Map.entry("--workspace-id", GLOBAL),
          Map.entry("--project-timezone", GLOBAL),
          Map.entry("--quiet", GLOBAL),
          Map.entry("--verbose", GLOBAL),
          Map.entry("--no-wait", GLOBAL),
          Map.entry("--read-only", GLOBAL),
          Map.entry("--audit-log", GLOBAL));

  private HandWritten() {}
}
