package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A request, to be put to several implementations.
 *
 * @param request the request; its text tells what was asked
 * @param ask puts it
 */
public record Question(Record request, Function<Reports, ReportResult> ask) {
  static <R extends Record> Question of(
      R request, BiFunction<Reports, R, ? extends ReportResult> report) {
    return new Question(request, reports -> report.apply(reports, request));
  }

  /** What an implementation answers. */
  public ReportResult to(Reports reports) {
    return ask.apply(reports);
  }

  @Override
  public String toString() {
    return request.toString();
  }
}
