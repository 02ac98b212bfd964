package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How operations look on the command line. Names that several operations share stand in {@link
 * #SHARED}; what has no entry is {@code --its-name}.
 */
public final class Presentations {
  /** Option names by parameter, wherever an operation says nothing else. */
  static final Map<String, List<String>> SHARED =
      Map.of(
          "table", List.of("-t", "--table"),
          "event", List.of("-e", "--event"),
          "property_name", List.of("-p", "--property"),
          "from_date", List.of("--from"),
          "to_date", List.of("--to"));

  /** What is particular, by operation; each family in a file of its own. */
  static final Map<String, Presentation> BY_OPERATION =
      Stream.of(
              StorePresentations.ALL,
              ReportPresentations.ALL,
              DiscoveryPresentations.ALL,
              FetchPresentations.ALL)
          .flatMap(family -> family.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Presentations() {}

  static Presentation of(String operation) {
    return BY_OPERATION.getOrDefault(operation, Presentation.NONE);
  }

  /** The option names of a parameter, or {@code <label>}. */
  static List<String> names(String operation, ParameterDescription parameter) {
    return names(operation, parameter.name());
  }

  /** Returns the long name of the option for a parameter. */
  public static String option(String operation, String parameter) {
    List<String> names = names(operation, parameter);
    return names.get(names.size() - 1);
  }

  private static List<String> names(String operation, String parameter) {
    List<String> own = of(operation).names().get(parameter);
    return own != null
        ? own
        : SHARED.getOrDefault(parameter, List.of("--" + parameter.replace('_', '-')));
  }
}
