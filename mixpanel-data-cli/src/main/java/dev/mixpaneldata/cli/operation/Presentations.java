package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.operation.ParameterDescription;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The presentation of operations on the command line. Names that several operations share are in
 * {@link #SHARED}; a parameter without an entry is {@code --its-name}.
 */
public final class Presentations {
  /** Option names by parameter, unless an operation has its own. */
  static final Map<String, List<String>> SHARED =
      Map.of(
          "table", List.of("-t", "--table"),
          "event", List.of("-e", "--event"),
          "property_name", List.of("-p", "--property"),
          "from_date", List.of("--from"),
          "to_date", List.of("--to"));

  /** The presentations that differ from the default, by operation; each family has its own file. */
  static final Map<String, Presentation> BY_OPERATION =
      Stream.of(
              StorePresentations.ALL,
              ReportPresentations.ALL,
              DiscoveryPresentations.ALL,
              AppPresentations.ALL,
              FetchPresentations.ALL,
              ManagedPresentations.ALL)
          .flatMap(family -> family.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Presentations() {}

  static Presentation of(String operation) {
    return BY_OPERATION.getOrDefault(operation, Presentation.NONE);
  }

  /** Returns the option names of a parameter, or {@code <label>}. */
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
        : SHARED.getOrDefault(parameter, List.of(ManagedPresentations.name(parameter)));
  }
}
