package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.SavedReportOperations;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.TextFile;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.definition.Definition;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The option {@code --definition} of reports that have one: alone it shows what would be sent, with
 * a file it sends what is in it.
 */
final class DefinitionOption {
  private static final String HINT =
      "Give the params of a report as Mixpanel saves them, or as --definition alone prints them.";

  private final OptionSpec option = option();

  // With it a command needs none of its other options, which picocli has no newer word for.
  @SuppressWarnings("deprecation")
  private static OptionSpec option() {
    return OptionSpec.builder("--definition")
        .type(String.class)
        .arity("0..1")
        .fallbackValue("")
        .paramLabel("FILE")
        .description(
            "Print the report in Mixpanel's own form instead, without a call; with a FILE, or -"
                + " for standard input, run the report that it holds.")
        .help(true)
        .build();
  }

  OptionSpec spec() {
    return option;
  }

  /** Returns the report of an operation, if it has a definition. */
  static Optional<Report<?, ?>> reportOf(OperationSpec<?, ?> operation) {
    return Report.all().stream()
        .filter(report -> report.id().equals(operation.id()))
        .filter(Definitions::has)
        .<Report<?, ?>>map(report -> report)
        .findFirst();
  }

  boolean isGiven() {
    return option.getValue() != null;
  }

  /** Returns the definition of the request, or the answer to the one that was given. */
  <Q extends Record> Object result(
      CommandContext context,
      OperationSpec<Q, ?> operation,
      Supplier<Q> request,
      Optional<Cohort> cohort)
      throws IOException {
    String file = option.getValue();
    if (file.isEmpty()) {
      return shown(definition(operation, request.get(), cohort));
    }
    String text =
        file.equals("-")
            ? TextFile.read(context.in(), "Standard input", HINT)
            : TextFile.read(file.startsWith("@") ? file.substring(1) : file, HINT);
    if (!JsonText.isJson(text)) {
      throw MixpanelDataException.invalidArgument("The definition is not JSON.", HINT);
    }
    return SavedReportOperations.QUERY_DEFINITION
        .call()
        .apply(
            OperationContext.of(context.workspace()), DefinitionRequest.of(new Json(text.strip())));
  }

  /** Returns the definition of a request. */
  static <Q extends Record> Definition definition(
      OperationSpec<Q, ?> operation, Q request, Optional<Cohort> cohort) {
    Report<?, ?> report = reportOf(operation).orElseThrow();
    return definition(report, request, cohort);
  }

  private static <T extends Record> Definition definition(
      Report<T, ?> report, Record request, Optional<Cohort> cohort) {
    return Definitions.of(report, report.request().cast(request), cohort);
  }

  private static Object shown(Definition definition) {
    return JsonText.parse(definition.params().text()).orElseThrow();
  }
}
