package dev.mixpaneldata.mcp.toolbox;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two tools that find and call the tools that the list has no room for. */
final class ToolSearch {
  static final String FIND = "find_tools";
  static final String USE = "use_tool";

  /** A word in the name says more about a tool than one in its description. */
  private static final int NAME_WEIGHT = 3;

  private final Map<String, Tool> unlisted;
  private final Function<Tool, ToolHandler> handlers;

  /**
   * Creates a search.
   *
   * @param handlers gives the handler of a tool behind the chain
   */
  ToolSearch(List<Tool> unlisted, Function<Tool, ToolHandler> handlers) {
    this.unlisted =
        unlisted.stream()
            .collect(Collectors.toMap(Tool::name, tool -> tool, (a, b) -> a, LinkedHashMap::new));
    this.handlers = handlers;
  }

  List<Tool> tools() {
    String about =
        ToolList.toolsets(List.copyOf(unlisted.values())).stream()
            .map(Toolset::id)
            .collect(Collectors.joining(", "));
    return List.of(
        RecordTool.of(
            FIND,
            "Finds further tools, about " + about + ". Call them with " + USE + ".",
            Wanted.class,
            tool ->
                tool.in(Toolset.DISCOVERY, ToolKind.SINGLE)
                    .hints(ToolHints.READS_LOCAL)
                    .output(Schemas.object().optional("result", Schemas.type("array"))),
            (wanted, call) -> find(wanted)),
        RecordTool.of(
            USE,
            "Calls a tool that " + FIND + " found.",
            Use.class,
            tool ->
                tool.in(Toolset.DISCOVERY, ToolKind.SINGLE)
                    .hints(worst())
                    .timeout(Tool.LONG_TIMEOUT)
                    .output(Schemas.object()),
            this::use));
  }

  /** Arguments of {@code find_tools}. */
  record Wanted(
      @Param(help = "What it is to do, in a few words such as: create annotation") String query,
      @Param(help = "Maximum number", defaultValue = "5") int limit) {}

  /** Arguments of {@code use_tool}. */
  record Use(
      @Param(help = "Name of the tool") String name,
      @Param(help = "JSON object of its arguments") Optional<Json> arguments) {}

  /** A tool as it would be listed. */
  record Found(String name, String description, Map<String, Object> inputSchema) {}

  private ToolHints worst() {
    List<ToolHints> all = unlisted.values().stream().map(Tool::hints).toList();
    return new ToolHints(
        all.stream().allMatch(ToolHints::readOnly),
        all.stream().anyMatch(ToolHints::destructive),
        all.stream().allMatch(ToolHints::idempotent),
        all.stream().anyMatch(ToolHints::openWorld),
        all.stream().anyMatch(ToolHints::changesMixpanel));
  }

  private ToolAnswer find(Wanted wanted) {
    List<String> words =
        List.of(wanted.query().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    List<Found> found =
        unlisted.values().stream()
            .filter(tool -> score(tool, words) > 0)
            .sorted(Comparator.comparingInt((Tool tool) -> -score(tool, words)))
            .limit(Math.max(1, wanted.limit()))
            .map(tool -> new Found(tool.name(), tool.description(), tool.input()))
            .toList();
    String text =
        found.isEmpty()
            ? "No tool matches. Their names: " + String.join(", ", unlisted.keySet()) + "."
            : found.stream()
                .map(tool -> tool.name() + ": " + tool.description() + "\n  " + arguments(tool))
                .collect(Collectors.joining("\n"));
    return ToolAnswer.of(found, text);
  }

  private static String arguments(Found tool) {
    return ResultJson.text(tool.inputSchema());
  }

  private static int score(Tool tool, List<String> words) {
    List<String> name = List.of(tool.name().split("_"));
    String text = (tool.description() + " " + tool.toolset().id()).toLowerCase(Locale.ROOT);
    return words.stream().mapToInt(word -> score(word, name, text)).sum();
  }

  private static int score(String word, List<String> name, String text) {
    String stem = word.length() > 3 ? word.replaceAll("s$", "") : word;
    boolean named = name.stream().anyMatch(part -> part.contains(stem));
    return (name.contains(word) ? 1 : 0)
        + (named ? NAME_WEIGHT : 0)
        + (text.contains(stem) ? 1 : 0);
  }

  private ToolAnswer use(Use asked, ToolCall call) {
    Tool tool = unlisted.get(asked.name());
    if (tool == null) {
      throw MixpanelDataException.invalidArgument(
          "There is no further tool '" + asked.name() + "'.", FIND + " lists them by words.");
    }
    Map<String, Object> arguments =
        JsonText.members(
            asked.arguments().flatMap(json -> JsonText.parse(json.text())).orElse(null),
            "The arguments");
    arguments.values().removeIf(Objects::isNull);
    return handlers.apply(tool).call(call.of(tool.name(), arguments));
  }
}
