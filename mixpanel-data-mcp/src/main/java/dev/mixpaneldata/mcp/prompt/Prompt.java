package dev.mixpaneldata.mcp.prompt;

import dev.mixpaneldata.mcp.resource.Completions.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt that a user picks.
 *
 * @param name what it is called by
 * @param description what it leads to, in one sentence
 * @param arguments what can be filled in; all have defaults
 * @param text what is said, with {@code {argument}} where a value belongs
 */
public record Prompt(String name, String description, List<Argument> arguments, String text) {
  public Prompt {
    arguments = List.copyOf(arguments);
  }

  /**
   * A value to fill in.
   *
   * @param completed what its values are, where they can be completed
   */
  public record Argument(
      String name, String description, String defaultValue, Optional<Kind> completed) {}

  /** The text with its values. */
  public String filled(Map<String, Object> values) {
    String filled = text;
    for (Argument argument : arguments) {
      Object given = values.get(argument.name());
      String value =
          given == null || given.toString().isBlank() ? argument.defaultValue() : given.toString();
      filled = filled.replace("{" + argument.name() + "}", value);
    }
    return filled;
  }
}
