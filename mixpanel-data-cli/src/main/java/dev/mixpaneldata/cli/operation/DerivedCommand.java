package dev.mixpaneldata.cli.operation;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.cli.command.Change;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.value.Tabular;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command made of an operation: its options are the parameters, and its output is the result. */
final class DerivedCommand<Q extends Record, R> implements Callable<Integer>, Pinnable {
  private final OperationSpec<Q, R> operation;
  private final CommandContext context;
  private final OutputOptions output = new OutputOptions();
  private final OperationArguments<Q> arguments;
  private final OptionSpec force =
      OptionSpec.builder("--force")
          .type(boolean.class)
          .description("Do it without asking.")
          .build();

  private final ChangeOptions changes;
  private final ReportOptions reports = new ReportOptions();
  private final DiscoveryOptions discovery = new DiscoveryOptions();
  private final ChartOptions charts = new ChartOptions();
  private final DefinitionOption definition = new DefinitionOption();
  private final LinkOption link = new LinkOption();

  DerivedCommand(OperationSpec<Q, R> operation, CommandContext context) {
    this.operation = operation;
    this.context = context;
    this.arguments = new OperationArguments<>(operation, context);
    this.changes = new ChangeOptions(operation);
  }

  CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    arguments.addTo(spec);
    if (operation.changesMixpanel()) {
      changes.addTo(spec);
    } else if (operation.effect() == Effect.DESTROY) {
      spec.addOption(force);
    }
    if (operation.is(Trait.REPORT)) {
      spec.addMixin("reports", reports.spec(new ParameterOptions(new CommandWords(context))));
    }
    if (DefinitionOption.reportOf(operation).isPresent()) {
      spec.addOption(definition.spec());
      spec.addOption(link.spec());
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
  public Question question() {
    return new Question.OfOperation(
        operation.id(),
        arguments.given(),
        operation.is(Trait.REPORT) ? reports.toBeKept() : Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Integer call() throws IOException {
    if (definition.isGiven()) {
      Object defined = definition.result(context, operation, arguments::request);
      output.print(context, () -> defined);
      return 0;
    }
    Q request = arguments.request();
    if (changes.isDryRun()) {
      output.print(context, () -> operation.preview(asked(), request));
      return 0;
    }
    if (operation.effect() == Effect.DESTROY && !operation.changesMixpanel()) {
      context.confirm(confirmation(), Boolean.TRUE.equals(force.getValue()));
    }
    charts.check(output.isChosen(), reports.isSplit());
    if (charts.instead()) {
      Object drawn = charts.written(context, result(request));
      ChartOptions.draw(context, drawn);
      OutputOptions.say(context, drawn);
      link.say(context, operation, request);
      return 0;
    }
    output.print(
        context,
        reports.columns(Presentations.of(operation.id()).columns()),
        () -> charts.written(context, told(result(request))));
    link.say(context, operation, request);
    return 0;
  }

  private Object result(Q request) {
    if (operation.changesMixpanel()) {
      return new Change(context, operation.command(), arguments.given())
          .make(() -> changed(request));
    }
    return operation.is(Trait.REPORT)
        ? reports.ask(context, asked(), operation, request)
        : operation.call().apply(asked(), request);
  }

  private Object changed(Q request) {
    changes.require(operation, context, asked(), request, given());
    return operation.call().apply(asked(), request);
  }

  private OperationContext asked() {
    return discovery
        .choose(OperationContext.of(context.workspace()))
        .with(new Notices(context, false, true));
  }

  /** Says on standard error that an answer is empty: it is not an error, and must not look so. */
  private Object told(Object result) {
    if (result instanceof Collection<?> list && list.isEmpty()) {
      context.say("The list is empty.");
    } else if (result instanceof Tabular table && table.cells().isEmpty()) {
      context.say("Nothing matches.");
    }
    return result;
  }

  private String given() {
    return arguments.given().entrySet().stream()
        .map(e -> e.getKey().replace('_', ' ') + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private String confirmation() {
    String what = given();
    return operation.summary() + (what.isEmpty() ? "?" : " (" + what + ")?");
  }
}
