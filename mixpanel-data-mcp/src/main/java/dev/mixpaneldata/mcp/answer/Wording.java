package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library speaks of {@code mp}'s commands and options, where a client of this server has tools
 * and arguments: {@code mp inspect tables} is {@code list_tables} here.
 */
public final class Wording {
  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)(?: (TABLE|live|local))?");

  /** Who answers a report is an argument of tools for reports that Mixpanel has, too. */
  private static final String SOURCE = "source";

  private static final Set<String> CHOOSING_SOURCE = Set.of("source", "local");

  /** Options that tools for the same have no arguments for. */
  private static final Set<String> OF_COMMANDS_ALONE =
      Set.of(
          "account", "chunk-days", "gaps", "no-wait", "profiles", "project-timezone", "timezone");

  /** Where one way out ends and the next begins. */
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) (?=[A-Z])");

  private static final Pattern ALTERNATIVE = Pattern.compile(", (?:or|and) ");

  /** Commands without an operation of their own. */
  private static final Map<String, String> HAND_WRITTEN =
      Map.of(
          "fetch events", "fetch_events",
          "fetch profiles", "fetch_profiles",
          "auth list", "list_accounts",
          "auth switch", "switch_account",
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
              String value = m.group(2);
              if (name.equals("local")) {
                return SOURCE + ": local";
              }
              if (value != null) {
                return name + ": " + value;
              }
              return FLAGS.contains(name) ? name + ": true" : name;
            });
  }

  /**
   * A hint in the words of tools. Ways out that only a command has, or another tool than the one
   * that was called, are left out; empty where none is left.
   *
   * @param arguments those of the tool that was called
   */
  public static Optional<String> hint(String hint, Set<String> arguments) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(hint)) {
      List<String> ways =
          ALTERNATIVE.splitAsStream(sentence).filter(way -> isOpen(way, arguments)).toList();
      if (ways.size() == ALTERNATIVE.splitAsStream(sentence).count()) {
        sentences.add(sentence);
      } else if (!ways.isEmpty()) {
        String left = String.join(", or ", ways);
        String end = left.endsWith(".") || !sentence.endsWith(".") ? "" : ".";
        sentences.add(Character.toUpperCase(left.charAt(0)) + left.substring(1) + end);
      }
    }
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(forTools(String.join(" ", sentences)));
  }

  private static boolean isOpen(String way, Set<String> arguments) {
    Matcher option = OPTION.matcher(way);
    while (option.find()) {
      String name = option.group(1);
      boolean elsewhere = CHOOSING_SOURCE.contains(name) && !arguments.contains(SOURCE);
      boolean nowhere =
          OF_COMMANDS_ALONE.contains(name) && !arguments.contains(name.replace('-', '_'));
      if (elsewhere || nowhere) {
        return false;
      }
    }
    return true;
  }

  private static String tool(String command) {
    return TOOLS.getOrDefault(command, command);
  }
}
