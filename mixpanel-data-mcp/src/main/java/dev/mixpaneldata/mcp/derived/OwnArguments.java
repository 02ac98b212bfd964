package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arguments that tools have beside those that their request declares: the names of the Python
 * server, so that its users' prompts go on working, and those that only this server knows.
 */
public final class OwnArguments {
  /** The name of an exported file. */
  public static final String FILE = "file";

  private static final Map<String, Object> APPEND = Schemas.flag("As mode: append");
  private static final Map<String, Object> REPLACE = Schemas.flag("As mode: replace");
  private static final Map<String, Object> PARALLEL =
      Schemas.flag("No effect: downloads always run in parallel");
  private static final Map<String, Object> ONE_PROFILE = Schemas.text("Only this profile");

  private static final Map<String, Map<String, Map<String, Object>>> BY_TOOL =
      Map.of(
          "fetch_events",
          Map.of("append", APPEND, "replace", REPLACE, "parallel", PARALLEL),
          "fetch_profiles",
          Map.of(
              "append", APPEND,
              "replace", REPLACE,
              "parallel", PARALLEL,
              "distinct_id", ONE_PROFILE),
          "stream_events",
          Map.of(
              "limit", Schemas.withDefault(Schemas.integer("Maximum number, up to 10000"), 1000)),
          "stream_profiles",
          Map.of("distinct_id", ONE_PROFILE),
          "export_table",
          Map.of(FILE, Schemas.text("File name without a folder")));

  /** Why an argument is declared here, by its name, whichever tools have it. */
  public static final Map<String, String> REASONS =
      Map.of(
          "append",
          "the Python server's name for a choice of mode",
          "replace",
          "a switch beside append, for the other choice of mode",
          "parallel",
          "the Python server's; fetches always run in parallel",
          "limit",
          "an answer is held in memory, where a fetch is not",
          "distinct_id",
          "the Python server's name for one of distinct_ids",
          FILE,
          "an assistant chooses a file's name, not its place on the disk",
          Drawing.ARGUMENT,
          "a picture beside the numbers is this server's",
          Consent.CONFIRM,
          "a client that cannot ask its user says so with it; mp asks at the terminal");

  /** Parameters whose default is another here than elsewhere. */
  static final Map<String, String> DEFAULTS =
      Map.of("source", "ReportTarget.DEFAULT_SOURCE, which a table that is named replaces");

  /** Parameters that callers do not choose, as {@code tool.parameter}. */
  static final Map<String, String> HIDDEN =
      Map.of(
          "export_table.target", "the server chooses the folder, and the caller a name in it",
          "export_lexicon.file", "an assistant gets the answer itself");

  /** The records of tools that are no operations and take the same as one. */
  static final Map<String, Class<? extends Record>> RECORDS =
      Map.of("stream_events", ExportQuery.class);

  /** Toolsets whose tools are no operations, and take records of their own. */
  static final Map<Toolset, String> TOOLSETS =
      Map.of(
          Toolset.ACCOUNTS, "accounts are this server's",
          Toolset.ANALYSIS, "several operations in one call",
          Toolset.CONNECTIONS, "connections are this machine's, and their tools the vendor's",
          Toolset.BOARDS, "boards are this machine's",
          Toolset.GUIDED, "several operations in one call",
          Toolset.STREAM, "stream_profiles takes a profile query and a limit of its own",
          Toolset.KLAVIS, "the arguments of another server");

  private static final Set<String> SWITCHES = Set.of("append", "replace", "parallel");

  private OwnArguments() {}

  /** Whether a tool has this argument of its own. */
  static boolean has(String tool, String argument) {
    return BY_TOOL.getOrDefault(tool, Map.of()).containsKey(argument)
        || argument.equals(Drawing.ARGUMENT)
        || argument.equals(Consent.CONFIRM);
  }

  /** Adds those of a tool to its schema. */
  static ObjectSchema addTo(ObjectSchema schema, String tool) {
    BY_TOOL.getOrDefault(tool, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(argument -> schema.optional(argument.getKey(), argument.getValue()));
    return schema;
  }

  /** The arguments of a call in the words of its request. */
  static Map<String, Object> understood(String tool, Map<String, Object> arguments) {
    Map<String, Object> rest = new LinkedHashMap<>(arguments);
    if (has(tool, "distinct_id") && rest.get("distinct_ids") == null) {
      Object one = rest.remove("distinct_id");
      if (one != null) {
        // As it is, commas included.
        rest.put("distinct_ids", List.of(one));
      }
    }
    if (has(tool, "append")) {
      Map<String, Object> given = new LinkedHashMap<>(rest);
      given.keySet().retainAll(SWITCHES);
      rest.keySet().removeAll(SWITCHES);
      Switches switches = Binder.bind(Switches.class, given);
      if (switches.append()) {
        choose("append", rest);
      }
      if (switches.replace()) {
        choose("replace", rest);
      }
    }
    return rest;
  }

  private static void choose(String mode, Map<String, Object> arguments) {
    Object other = arguments.put("mode", mode);
    if (other != null && !mode.equals(other)) {
      throw MixpanelDataException.invalidArgument(
          other + " and " + mode + " contradict each other.", "Choose one of them.");
    }
  }

  /** The switches of a fetch, read as any other arguments are. */
  record Switches(
      @Param(help = "As mode: append") boolean append,
      @Param(help = "As mode: replace") boolean replace,
      @Param(help = "No effect") boolean parallel) {}
}
