package dev.mixpaneldata.ui;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Questions as Java code to copy. */
final class JavaText {
  private JavaText() {}

  /** Returns code that asks a question; the typed method where there is one. */
  static String of(Question.OfOperation question) {
    OperationSpec<?, ?> operation = Operations.find(question.operation()).orElseThrow();
    Record request = Binder.bind(operation.request(), question.arguments());
    Optional<String> typed =
        operation.is(Trait.REPORT) ? report(request, question) : JavaRecord.of(request);
    return "try (Workspace workspace = Workspace.open()) {\n"
        + (operation.equals(StoreOperations.SQL)
            ? "  SqlResult result = workspace.sql("
                + JavaRecord.literal(String.valueOf(question.arguments().get("query")))
                + ");\n"
            : typed.orElseGet(() -> untyped(operation, question)))
        + "}\n";
  }

  private static Optional<String> report(Record request, Question.OfOperation question) {
    Optional<Method> method =
        Arrays.stream(Reports.class.getMethods())
            .filter(m -> m.getParameterCount() == 1 && m.getParameterTypes()[0].isInstance(request))
            .findFirst();
    ReportTarget target = ReportTarget.of(question.target(), UnaryOperator.identity());
    return method.flatMap(
        m ->
            JavaRecord.of(request)
                .flatMap(
                    made ->
                        JavaRecord.changed("ReportTarget.USUAL", ReportTarget.USUAL, target)
                            .map(
                                asked ->
                                    "  %s request =\n      %s;\n  %s result =\n      workspace.reports(%s).%s(request);\n"
                                        .formatted(
                                            request.getClass().getSimpleName(),
                                            made,
                                            m.getReturnType().getSimpleName(),
                                            asked,
                                            m.getName()))));
  }

  private static String untyped(OperationSpec<?, ?> operation, Question.OfOperation question) {
    StringBuilder arguments = new StringBuilder();
    question
        .arguments()
        .forEach(
            (name, value) ->
                arguments.append(
                    String.format(
                        Locale.ROOT,
                        "%s%n              Map.entry(%s, %s)",
                        arguments.isEmpty() ? "" : ",",
                        JavaRecord.literal(name),
                        JavaRecord.literal(String.valueOf(value)))));
    return "  Object result =\n      Operations.find("
        + JavaRecord.literal(operation.id())
        + ")\n          .orElseThrow()\n          .run(workspace, Map.ofEntries("
        + arguments
        + "));\n";
  }
}
