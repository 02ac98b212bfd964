package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.operation.Binder;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.ReportChoice;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportOperations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a report's tool takes beside the report's own arguments: who answers, and about whom. Splits
 * by cohorts are left out, since they would change the form of the answer.
 *
 * @param choice what was said of it
 * @param others the report's own arguments
 * @param said what the answer should tell beside its numbers, filled by {@link #ask}
 */
record ReportArguments(ReportChoice choice, Map<String, Object> others, List<String> said) {
  private static final Set<String> NAMES =
      Set.of("local", "source", "timezone", "cohort", "gaps");

  /** Those of an operation; none where it is no report. */
  static List<ParameterDescription> of(OperationSpec<?, ?> operation) {
    return isReport(operation)
        ? Binder.parameters(ReportChoice.class).stream()
            .filter(parameter -> NAMES.contains(parameter.name()))
            .toList()
        : List.of();
  }

  private static boolean isReport(OperationSpec<?, ?> operation) {
    return ReportOperations.all().contains(operation);
  }

  static ReportArguments takenFrom(OperationSpec<?, ?> operation, Map<String, Object> arguments) {
    if (!isReport(operation)) {
      return new ReportArguments(ReportChoice.none(), arguments, List.of());
    }
    Map<String, Object> chosen = new LinkedHashMap<>();
    Map<String, Object> others = new LinkedHashMap<>();
    arguments.forEach((name, value) -> (NAMES.contains(name) ? chosen : others).put(name, value));
    ReportChoice choice = Binder.bind(ReportChoice.class, chosen);
    boolean localOnly = ReportOperations.LOCAL_ONLY.contains(operation);
    return new ReportArguments(localOnly ? choice.orLocal() : choice, others, new ArrayList<>());
  }

  Object ask(Workspace workspace, Function<Workspace, ?> question) {
    return choice.ask(workspace, new Notes(said), question);
  }

  /** Who answered and what the answer lacks, on lines of their own. */
  String notes() {
    return said.isEmpty() ? "" : "\n\n" + String.join("\n", said);
  }

  private record Notes(List<String> said) implements ReportListener {
    @Override
    public void answeredBy(String name) {
      said.add("Answered by " + name + ".");
    }

    @Override
    public void refusedBy(String name, String reason) {
      said.add("Not answered by " + name + ": " + reason);
    }

    @Override
    public void warning(String text) {
      said.add("Note: " + text);
    }
  }
}
