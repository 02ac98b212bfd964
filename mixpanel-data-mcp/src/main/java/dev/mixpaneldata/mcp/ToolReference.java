package dev.mixpaneldata.mcp;

import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The reference page of the tools, which also shows in review what a change adds. */
final class ToolReference {
  private static final String HEAD =
      """
      # Tools of the MCP server

      Generated from the code. To write it again:

          mvn -q -pl mixpanel-data-mcp test -Dtest=ToolReferenceTest -Dtools.write=true
      """;

  private ToolReference() {}

  /** Returns the page, in Markdown. */
  static String page(List<Tool> tools) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append(overview(tools));
    for (Toolset set : Toolset.values()) {
      List<Tool> members = tools.stream().filter(t -> t.toolset() == set).toList();
      if (!members.isEmpty()) {
        page.append("\n## Toolset ").append(set.id());
        page.append(set.isUsual() ? " (on by default)\n" : " (off by default)\n");
        members.forEach(tool -> page.append(section(tool)));
      }
    }
    return page.toString();
  }

  private static String overview(List<Tool> tools) {
    StringBuilder rows = new StringBuilder("\n| toolset | by default | tools |\n|---|---|---|\n");
    for (Toolset set : Toolset.values()) {
      String names =
          tools.stream()
              .filter(tool -> tool.toolset() == set)
              .map(tool -> "`" + tool.name() + "`")
              .collect(Collectors.joining(", "));
      rows.append("| `%s` | %s | %s |\n".formatted(set.id(), set.isUsual() ? "on" : "off", names));
    }
    return rows.toString();
  }

  private static String section(Tool tool) {
    return "\n### `%s`\n\n%s\n\n%s\n%s"
        .formatted(tool.name(), tool.description(), nature(tool), table(tool));
  }

  private static String nature(Tool tool) {
    String changes =
        tool.hints().readOnly() ? "reads" : tool.hints().destructive() ? "removes" : "writes";
    return tool.tier().id()
        + " · "
        + changes
        + (tool.hints().openWorld() ? " · asks Mixpanel" : " · local");
  }

  @SuppressWarnings("unchecked")
  private static String table(Tool tool) {
    Map<String, Map<String, Object>> properties =
        (Map<String, Map<String, Object>>) tool.input().getOrDefault("properties", Map.of());
    List<String> required = (List<String>) tool.input().getOrDefault("required", List.of());
    if (properties.isEmpty()) {
      return "";
    }
    return properties.entrySet().stream()
        .map(p -> row(p.getKey(), p.getValue(), required.contains(p.getKey())))
        .collect(
            Collectors.joining(
                "", "\n| argument | type | default | meaning |\n|---|---|---|---|\n", ""));
  }

  private static String row(String name, Map<String, Object> schema, boolean required) {
    Object usual = schema.get("default");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            name,
            schema.containsKey("enum")
                ? ((List<?>) schema.get("enum"))
                    .stream().map(String::valueOf).collect(Collectors.joining("\\|"))
                : schema.getOrDefault("type", "json"),
            required ? "required" : usual == null ? "" : "`" + usual + "`",
            schema.getOrDefault("description", ""));
  }
}
