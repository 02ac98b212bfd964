package dev.mixpaneldata.mcp.toolbox;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tools that clients see at once, since a model reads all of them before each question. The
 * default toolsets always are; others as far as there is room, each whole or not at all.
 *
 * @param bytes the room for the list, in bytes of JSON
 */
public record ToolList(int bytes) {
  /** Room for the default and a few more, below what models and clients take without harm. */
  public static final ToolList USUAL = new ToolList(82_000);

  /** Room for everything. */
  public static final ToolList UNBOUNDED = new ToolList(Integer.MAX_VALUE);

  /** Room for hints and punctuation in the description of a tool. */
  private static final int FRAME = 130;

  /** Returns the tools that have no room. */
  List<Tool> unlisted(List<Tool> shown) {
    List<Tool> rest = new ArrayList<>();
    int left = bytes - size(shown.stream().filter(tool -> tool.toolset().isUsual()).toList());
    for (Toolset set : Toolset.values()) {
      List<Tool> group =
          shown.stream().filter(tool -> tool.toolset() == set && !set.isUsual()).toList();
      int size = size(group);
      if (size <= left) {
        left -= size;
      } else {
        rest.addAll(group);
      }
    }
    return rest;
  }

  private static int size(List<Tool> tools) {
    return tools.stream().mapToInt(ToolList::size).sum();
  }

  private static int size(Tool tool) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", tool.name());
    described.put("title", tool.title());
    described.put("description", tool.description());
    described.put("inputSchema", tool.input());
    tool.output().ifPresent(schema -> described.put("outputSchema", schema));
    return ResultJson.text(described).getBytes(StandardCharsets.UTF_8).length + FRAME;
  }

  /** Returns the toolsets of tools, in their order. */
  static List<Toolset> toolsets(List<Tool> tools) {
    return Arrays.stream(Toolset.values())
        .filter(set -> tools.stream().anyMatch(tool -> tool.toolset() == set))
        .toList();
  }
}
