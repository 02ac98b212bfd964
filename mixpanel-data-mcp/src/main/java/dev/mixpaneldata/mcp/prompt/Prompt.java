package dev.mixpaneldata.mcp.prompt;

import dev.mixpaneldata.mcp.resource.Completions.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A prompt that a user picks.
 *
 * @param name its name for calls
 * @param description its purpose, in one sentence
 * @param arguments the values to fill in; all have defaults
 * @param text the message, with {@code {argument}} in place of a value
 */
public record Prompt(String name, String description, List<Argument> arguments, String text) {
  public Prompt {
    arguments = List.copyOf(arguments);
  }

  /**
   * A value to fill in.
   *
   * @param completed the kind of its values, if they can be completed
   */
  public record Argument(
      String name, String description, String defaultValue, Optional<Kind> completed) {}

  /** Returns the text with its values. */
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
