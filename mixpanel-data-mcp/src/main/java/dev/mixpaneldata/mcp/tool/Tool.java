package dev.mixpaneldata.mcp.tool;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tool as a client sees it, with its handler.
 *
 * @param name its name for calls, in snake_case
 * @param title its name for people
 * @param description its purpose, for the assistant that chooses
 * @param input the JSON schema of its arguments
 * @param output the JSON schema of its structured answer; empty if answers have no fixed form
 * @param hints the changes that a call may make
 * @param toolset the group it is switched on and off with
 * @param tier the amount of work in one call
 * @param touch its effect on local tables
 * @param timeout the time after which a call is given up
 * @param handler the code that runs
 */
public record Tool(
    String name,
    String title,
    String description,
    Map<String, Object> input,
    Optional<Map<String, Object>> output,
    ToolHints hints,
    Toolset toolset,
    ToolKind tier,
    TableEffect touch,
    Duration timeout,
    ToolHandler handler) {
  /** The time after which a call is given up that makes a few calls to Mixpanel. */
  public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(6);

  /**
   * The time after which a call is given up that downloads. A year of events takes minutes, not
   * hours.
   */
  public static final Duration LONG_TIMEOUT = Duration.ofHours(6);

  /** The argument that asks for a picture. */
  public static final String CHART = "chart";

  /** Returns whether its answers may have a chart. */
  public boolean draws() {
    return arguments().contains(CHART);
  }

  /** Returns the names of its arguments. */
  public Set<String> arguments() {
    Set<String> names = new LinkedHashSet<>();
    if (input.get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  /** Returns this tool with another handler. */
  public Tool with(ToolHandler other) {
    return new Tool(
        name, title, description, input, output, hints, toolset, tier, touch, timeout, other);
  }

  /** Returns this tool with arguments of this JSON schema. */
  public Tool withInput(Map<String, Object> schema) {
    return new Tool(
        name, title, description, schema, output, hints, toolset, tier, touch, timeout, handler);
  }

  /** Starts a tool that reads Mixpanel; the builder changes the rest. */
  public static ToolBuilder named(String name) {
    return new ToolBuilder(name);
  }
}
