package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.ReportTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who answers a report: the parameters of {@link ReportTarget} as arguments of its tool. Clients
 * are shown two of them; the others are taken too, and the server's instructions name them, for
 * each argument stands in the list of tools as often as there are reports.
 */
public final class ReportArguments {
  private static final String SOURCE = "source";
  private static final String LAKE = "lake";

  /** What clients are shown, in words as few as will do. */
  private static final Map<String, String> SHOWN =
      Map.of(
          SOURCE,
          "auto: a local table with all of it, else Mixpanel",
          "cohort",
          "Only these users: plan == \"pro\" (of profiles); did Buy at least 3 times in the last 30"
              + " days; not did Login");

  private ReportArguments() {}

  /** The parameters that clients are shown. */
  static List<ParameterDescription> shown(OperationSpec<?, ?> report) {
    return Binder.parameters(ReportTarget.class).stream()
        .filter(p -> SHOWN.containsKey(p.name()))
        .filter(p -> !p.name().equals(SOURCE) || !report.is(Trait.LOCAL_ONLY))
        .map(ReportArguments::shown)
        .toList();
  }

  private static ParameterDescription shown(ParameterDescription p) {
    Optional<String> defaultValue =
        p.name().equals(SOURCE)
            ? Optional.of(ReportTarget.DEFAULT_SOURCE.name().toLowerCase(Locale.ROOT))
            : p.defaultValue();
    String help = SHOWN.getOrDefault(p.name(), p.help());
    return p.with(defaultValue, help);
  }

  /** Takes the target out of a call's arguments, which keep those of the report itself. */
  static ReportTarget takeFrom(Map<String, Object> arguments) {
    return ReportTarget.of(targetFrom(arguments), UnaryOperator.identity())
        .orSource(ReportTarget.DEFAULT_SOURCE);
  }

  /**
   * Takes the target out of arguments for an operation, to be kept. It names a source, for others
   * who ask with it have another default; empty if the operation is not a report.
   */
  public static Map<String, Object> splitFrom(String operation, Map<String, Object> arguments) {
    if (Operations.find(operation).filter(o -> o.is(Trait.REPORT)).isEmpty()) {
      return Map.of();
    }
    Map<String, Object> target = targetFrom(arguments);
    if (!target.containsKey("local")) {
      target.putIfAbsent(SOURCE, ReportTarget.DEFAULT_SOURCE.name().toLowerCase(Locale.ROOT));
    }
    return target;
  }

  private static Map<String, Object> targetFrom(Map<String, Object> arguments) {
    Map<String, Object> taken = new HashMap<>();
    for (ParameterDescription parameter : Binder.parameters(ReportTarget.class)) {
      if (parameter.name().equals(LAKE)) {
        // Assistants name no folders of this computer.
        continue;
      }
      Object value = arguments.remove(parameter.name());
      if (value != null) {
        taken.put(parameter.name(), value);
      }
    }
    return taken;
  }
}
