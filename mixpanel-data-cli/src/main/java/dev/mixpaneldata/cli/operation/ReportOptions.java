package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The parameters of {@link ReportTarget} as options: the source of a report's answer, and the users
 * it covers.
 */
final class ReportOptions {
  private final Map<String, OptionSpec> options = new LinkedHashMap<>();
  private final OptionSpec explain =
      OptionSpec.builder("--explain")
          .type(boolean.class)
          .description("With local answers: print their SQL to stderr.")
          .build();

  CommandSpec spec(ParameterOptions made) {
    CommandSpec spec = CommandSpec.create();
    for (ParameterDescription parameter : Binder.parameters(ReportTarget.class)) {
      OptionSpec option = made.whole(parameter, List.of("--" + parameter.name().replace('_', '-')));
      options.put(parameter.name(), option);
      spec.addOption(option);
    }
    return spec.addOption(explain);
  }

  /** Returns the given values, by the names of the parameters. */
  Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    options.forEach(
        (name, option) -> {
          Object value = option.getValue();
          if (value != null) {
            given.put(name, value);
          }
        });
    return given;
  }

  /** Returns the given values with the source that answers, for others who ask later. */
  Map<String, Object> toBeKept() {
    Map<String, Object> kept = given();
    if (!kept.containsKey("local")) {
      kept.putIfAbsent("source", ReportTarget.DEFAULT_SOURCE.name().toLowerCase(Locale.ROOT));
    }
    return kept;
  }

  /** Returns the users that the report is about; empty if it is about all. */
  Optional<Cohort> cohort() {
    return target().cohort().map(Cohort::parse);
  }

  private ReportTarget target() {
    return ReportTarget.of(given(), name -> "--" + name.replace('_', '-'))
        .orSource(ReportTarget.DEFAULT_SOURCE);
  }

  /** Returns whether there are several answers: one for each cohort and one for all other users. */
  boolean isSplit() {
    return !target().byCohort().isEmpty();
  }

  /** Returns the columns of a terminal table: those of a split, then the report's own. */
  List<String> columns(List<String> own) {
    if (!isSplit() || own.isEmpty()) {
      return own;
    }
    List<String> columns = new ArrayList<>(CohortBreakdown.COLUMNS);
    columns.addAll(own);
    return columns;
  }

  /** Runs a report as the options ask. */
  <Q extends Record, R> Object ask(
      CommandContext context, OperationContext asked, OperationSpec<Q, R> report, Q request) {
    ReportListener notices =
        new Notices(
            context, Boolean.TRUE.equals(explain.getValue()), given().containsKey("source"));
    return asked.ask(target(), notices, others -> report.call().apply(others, request));
  }
}
