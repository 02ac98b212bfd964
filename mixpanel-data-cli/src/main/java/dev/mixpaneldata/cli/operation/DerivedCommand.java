package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.CommandWords;
import dev.mixpaneldata.cli.TextFile;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType.Kind;
import dev.mixpaneldata.value.Tabular;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command made of an operation: its options are the parameters, its output the result. */
final class DerivedCommand<Q extends Record, R> implements Callable<Integer> {
  private final OperationSpec<Q, R> operation;
  private final CommandContext context;
  private final OutputOptions output = new OutputOptions();
  private final Map<String, ArgSpec> arguments = new LinkedHashMap<>();
  private final OptionSpec force =
      OptionSpec.builder("--force")
          .type(boolean.class)
          .description("Do it without asking.")
          .build();

  private final ReportOptions reports = new ReportOptions();
  private final DiscoveryOptions discovery = new DiscoveryOptions();
  private final ChartOptions charts = new ChartOptions();

  DerivedCommand(OperationSpec<Q, R> operation, CommandContext context) {
    this.operation = operation;
    this.context = context;
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    ParameterOptions options = new ParameterOptions(new CommandWords(context));
    int position = 0;
    for (ParameterDescription parameter : operation.parameters()) {
      List<String> names = Presentations.names(operation.id(), parameter);
      ArgSpec argument =
          names.get(0).startsWith("<")
              ? options.positional(parameter, names.get(0), position++)
              : options.option(parameter, names);
      arguments.put(parameter.name(), argument);
      spec.add(argument);
    }
    if (operation.effect() == Effect.DESTROY) {
      spec.addOption(force);
    }
    if (operation.is(Trait.REPORT)) {
      spec.addMixin("reports", reports.spec(options));
    }
    if (operation.is(Trait.KEPT)) {
      spec.addMixin("discovery", CommandSpec.forAnnotatedObject(discovery));
    }
    if (operation.result().isCharted()) {
      spec.addMixin("charts", CommandSpec.forAnnotatedObject(charts));
    }
    spec.addMixin("output", CommandSpec.forAnnotatedObject(output));
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    Q request = Binder.bind(operation.request(), given(), this::shownName);
    if (operation.effect() == Effect.DESTROY) {
      context.confirm(question(), Boolean.TRUE.equals(force.getValue()));
    }
    charts.check(output.isChosen(), reports.isSplit());
    if (charts.instead()) {
      ChartOptions.draw(context, charts.written(context, result(request)));
      return 0;
    }
    output.print(
        context,
        reports.columns(Presentations.of(operation.id()).columns()),
        () -> charts.written(context, told(result(request))));
    return 0;
  }

  private Object result(Q request) {
    OperationContext asked = discovery.choose(OperationContext.of(context.workspace()));
    return operation.is(Trait.REPORT)
        ? reports.ask(context, asked, operation, request)
        : operation.call().apply(asked, request);
  }

  /** An empty answer is none of an error, and must not look like one. */
  private Object told(Object result) {
    if (result instanceof Collection<?> list && list.isEmpty()) {
      context.say("There is none yet.");
    } else if (result instanceof Tabular table && table.cells().isEmpty()) {
      context.say("Nothing matches.");
    }
    return result;
  }

  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    for (ParameterDescription parameter : operation.parameters()) {
      ArgSpec argument = arguments.get(parameter.name());
      Object value = argument == null ? null : argument.getValue();
      if (value instanceof List<?> list) {
        // One text is split at its commas; several say themselves where one ends.
        given.put(parameter.name(), list.size() == 1 ? list.get(0) : list);
      } else if (value != null) {
        boolean fromFile = parameter.type().kind() == Kind.JSON && value.toString().startsWith("@");
        given.put(
            parameter.name(),
            fromFile
                ? TextFile.read(
                    value.toString().substring(1),
                    "Give a file of JSON after the @, or the JSON itself.")
                : value);
      }
    }
    return given;
  }

  private String question() {
    String what =
        given().entrySet().stream()
            .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return operation.summary() + (what.isEmpty() ? "?" : " (" + what + ")?");
  }

  private String shownName(String parameter) {
    return operation.parameters().stream()
        .filter(p -> p.name().equals(parameter))
        .map(p -> Presentations.option(operation.id(), p.name()))
        .findFirst()
        .orElse(parameter);
  }
}
