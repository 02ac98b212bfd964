package dev.mixpaneldata.cli.operation;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The parts of an operation that the command line shows in its own way.
 *
 * @param names by parameter: option names, or {@code <label>} for an argument without an option
 * @param flags by parameter: options that each stand for one of its choices
 * @param columns the columns of its terminal table, empty for all
 * @param examples whole command lines, at least one
 */
public record Presentation(
    Map<String, List<String>> names,
    Map<String, List<Flag>> flags,
    List<String> columns,
    List<String> examples) {
  static final Presentation NONE = new Presentation(Map.of(), Map.of(), List.of(), List.of());

  static Presentation examples(String... examples) {
    return new Presentation(Map.of(), Map.of(), List.of(), List.of(examples));
  }

  Presentation columns(String... columns) {
    return new Presentation(names, flags, List.of(columns), examples);
  }

  Presentation name(String parameter, String... options) {
    Map<String, List<String>> more = new java.util.HashMap<>(names);
    more.put(parameter, List.of(options));
    return new Presentation(Map.copyOf(more), flags, columns, examples);
  }

  /** Gives each of these choices an option of its own instead of the parameter. */
  Presentation flags(String parameter, Flag... choices) {
    Map<String, List<Flag>> more = new java.util.HashMap<>(flags);
    more.put(parameter, List.of(choices));
    return new Presentation(names, Map.copyOf(more), columns, examples);
  }

  /**
   * An option that stands for one choice of a parameter.
   *
   * @param choice the choice
   * @param name the option
   * @param help the meaning of the choice, without a full stop
   */
  record Flag(String choice, String name, String help) {
    OptionSpec option() {
      return OptionSpec.builder(name).type(boolean.class).description(help + ".").build();
    }
  }
}
