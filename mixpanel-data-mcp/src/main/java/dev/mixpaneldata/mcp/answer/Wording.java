package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.Operations;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library speaks of {@code mp}'s commands and options, where a client of this server has tools
 * and arguments: {@code mp inspect tables} is {@code list_tables} here.
 */
public final class Wording {
  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)");

  /** Commands without an operation of their own. */
  private static final Map<String, String> HAND_WRITTEN =
      Map.of(
          "fetch events", "fetch_events",
          "fetch profiles", "fetch_profiles",
          "auth list", "list_accounts",
          "auth test", "test_credentials");

  /** Flags whose value is worth saying. */
  private static final List<String> FLAGS = List.of("append", "replace");

  private static final Pattern COMMAND;
  private static final Map<String, String> TOOLS = new LinkedHashMap<>(HAND_WRITTEN);

  static {
    for (OperationSpec<?, ?> operation : Operations.all()) {
      TOOLS.putIfAbsent(operation.command(), operation.id());
    }
    List<String> longestFirst =
        TOOLS.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    COMMAND =
        Pattern.compile(
            "\\b(?:mp )?("
                + String.join("|", longestFirst.stream().map(Pattern::quote).toList())
                + ")\\b");
  }

  private Wording() {}

  /** The same sentence in the words of tools. */
  public static String forTools(String sentence) {
    // Nearly all have neither.
    if (!sentence.contains("--") && !sentence.contains("inspect") && !sentence.contains("mp ")) {
      return sentence;
    }
    String tools =
        COMMAND.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement(tool(m.group(1))));
    return OPTION
        .matcher(tools)
        .replaceAll(
            m -> {
              String name = m.group(1).replace('-', '_');
              if (name.equals("local")) {
                return "source: local";
              }
              return FLAGS.contains(name) ? name + ": true" : name;
            });
  }

  private static String tool(String command) {
    return TOOLS.getOrDefault(command, command);
  }
}
