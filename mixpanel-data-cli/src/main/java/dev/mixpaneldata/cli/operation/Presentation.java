package dev.mixpaneldata.cli.operation;

import java.util.List;
import java.util.Map;

/**
 * What a command line shows differently from the other surfaces.
 *
 * @param names by parameter: option names, or {@code <label>} for an argument without an option
 * @param columns the columns of its terminal table, empty for all
 * @param examples whole command lines, at least one
 */
public record Presentation(
    Map<String, List<String>> names, List<String> columns, List<String> examples) {
  static final Presentation NONE = new Presentation(Map.of(), List.of(), List.of());

  static Presentation examples(String... examples) {
    return new Presentation(Map.of(), List.of(), List.of(examples));
  }

  Presentation columns(String... columns) {
    return new Presentation(names, List.of(columns), examples);
  }

  Presentation name(String parameter, String... options) {
    Map<String, List<String>> more = new java.util.HashMap<>(names);
    more.put(parameter, List.of(options));
    return new Presentation(Map.copyOf(more), columns, examples);
  }
}
