package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.Family;
import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.ParameterType.Kind;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Asks operations of the catalogue anew, with the arguments of a pin. */
final class OperationAnswers {
  private final Supplier<Workspace> workspace;
  private final Clock clock;

  OperationAnswers(Supplier<Workspace> workspace, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
  }

  Question ofThisProject(Question.OfOperation question) {
    Optional<String> project = question.project().or(this::project);
    return new Question.OfOperation(
        question.operation(),
        question.arguments(),
        question.target(),
        project,
        question.datesMoveFrom());
  }

  PinnedAnswer ask(Question.OfOperation question) {
    OperationSpec<?, ?> operation =
        Operations.find(question.operation())
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "There is no operation '" + question.operation() + "'.",
                        "Pin the question again with an operation of this version."));
    if (operation.effect() != Effect.READ) {
      throw MixpanelDataException.invalidArgument(
          "The operation " + operation.id() + " changes something, and pins only read.",
          "Pin a question.");
    }
    requireProject(question);
    return ask(operation, question);
  }

  private <Q extends Record, R> PinnedAnswer ask(
      OperationSpec<Q, R> operation, Question.OfOperation question) {
    Q request = Binder.bind(operation.request(), moved(operation, question));
    ReportTarget target = ReportTarget.of(question.target(), UnaryOperator.identity());
    Notes notes = new Notes(new ArrayList<>(), usually(operation, target));
    OperationContext context = OperationContext.of(workspace.get()).refreshing();
    Object result =
        operation.is(Trait.REPORT)
            ? context.ask(target, notes, others -> operation.call().apply(others, request))
            : operation.call().apply(context, request);
    if (result instanceof ReportResult report) {
      report.notes().forEach(notes::warning);
    }
    ResultTable table = ResultTable.of(result);
    Optional<Chart> chart =
        result instanceof Chartable chartable ? Optional.of(chartable.chart()) : Optional.empty();
    return new PinnedAnswer(
        chart.map(Chart::title).orElseGet(() -> title(operation, question)),
        clock.instant(),
        notes.by,
        String.join(" ", notes.sentences),
        table.columns(),
        table.rows(),
        table.rows().size(),
        chart);
  }

  /** Returns the arguments, with their dates as many days later as the question is old. */
  private Map<String, Object> moved(OperationSpec<?, ?> operation, Question.OfOperation question) {
    Map<String, Object> arguments = new LinkedHashMap<>(question.arguments());
    question
        .datesMoveFrom()
        .ifPresent(
            day -> {
              long days =
                  ChronoUnit.DAYS.between(
                      day, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
              for (ParameterDescription parameter : operation.parameters()) {
                if (parameter.type().kind() == Kind.DATE) {
                  arguments.computeIfPresent(
                      parameter.name(),
                      (name, date) ->
                          LocalDate.parse(String.valueOf(date)).plusDays(days).toString());
                }
              }
            });
    return arguments;
  }

  private void requireProject(Question.OfOperation question) {
    Optional<String> here = question.project().isEmpty() ? Optional.empty() : project();
    if (here.isPresent() && !here.equals(question.project())) {
      throw MixpanelDataException.invalidArgument(
          "The question is about project "
              + question.project().orElse("")
              + ", and the workspace is of project "
              + here.get()
              + ".",
          "Choose an account of that project.");
    }
  }

  private Optional<String> project() {
    try {
      return Optional.of(workspace.get().account().credentials().projectId());
    } catch (MixpanelDataException e) {
      // Questions to local tables need no credentials.
      if (e.code() == ErrorCode.CREDENTIALS_MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String usually(OperationSpec<?, ?> operation, ReportTarget target) {
    if (target.local().isPresent()) {
      return "the local table '" + target.local().get() + "'";
    }
    return operation.family() == Family.TABLES || operation.is(Trait.LOCAL_ONLY)
        ? "local tables"
        : "Mixpanel";
  }

  private static String title(OperationSpec<?, ?> operation, Question.OfOperation question) {
    String what =
        String.join(", ", question.arguments().values().stream().map(String::valueOf).toList());
    String title = operation.summary() + (what.isEmpty() ? "" : ": " + what);
    return title.length() > 100 ? title.substring(0, 99) + "…" : title;
  }

  /** What is heard while a report is computed. */
  private static final class Notes implements ReportListener {
    private final List<String> sentences;
    private String by;

    Notes(List<String> sentences, String by) {
      this.sentences = sentences;
      this.by = by;
    }

    @Override
    public void answeredBy(String name) {
      by = name;
    }

    @Override
    public void warning(String text) {
      if (!sentences.contains(text)) {
        sentences.add(text);
      }
    }
  }
}
