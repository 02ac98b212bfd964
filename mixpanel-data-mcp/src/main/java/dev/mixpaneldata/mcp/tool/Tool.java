package dev.mixpaneldata.mcp.tool;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tool as a client sees it, and what runs when it is called.
 *
 * @param name what it is called by, in snake_case
 * @param title its name for people
 * @param description what it does, for the assistant that chooses
 * @param input the JSON schema of its arguments
 * @param output the JSON schema of its structured answer; empty where answers have no fixed form
 * @param hints what a call may change
 * @param toolset the group it is switched on and off with
 * @param tier how much happens in one call
 * @param touch what it does to local tables
 * @param timeout when a call is given up
 * @param handler what runs
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
  /** When a call is given up that makes a few calls of Mixpanel. */
  public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(6);

  /** When a call is given up that downloads. A year of events takes minutes, not hours. */
  public static final Duration LONG_TIMEOUT = Duration.ofHours(6);

  /** The names of the arguments it takes. */
  public Set<String> arguments() {
    Set<String> names = new LinkedHashSet<>();
    if (input.get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  /** The same tool with another handler. */
  public Tool with(ToolHandler other) {
    return new Tool(
        name, title, description, input, output, hints, toolset, tier, touch, timeout, other);
  }

  /** Starts a tool that reads Mixpanel; the builder changes what is different. */
  public static ToolBuilder named(String name) {
    return new ToolBuilder(name);
  }
}
