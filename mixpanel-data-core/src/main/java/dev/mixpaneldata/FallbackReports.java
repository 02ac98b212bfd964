package dev.mixpaneldata;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Asks several in turn: what one {@code CANNOT_ANSWER} (days that it does not have, a saved funnel
 * that it cannot know), the next may answer. Every other error ends the search, so that a mistake
 * in a request spends nothing.
 */
final class FallbackReports implements Reports {
  private final List<Answerer> answerers;
  private final ReportListener listener;
  private final boolean mixpanelToo;

  /**
   * One that can be asked.
   *
   * @param name what the listener is told, such as {@code the local table 'jan'}
   */
  record Answerer(String name, Reports reports) {}

  /**
   * Asks in this order; the listener hears who answered.
   *
   * @param mixpanelToo whether Mixpanel can be asked the same, and not about a cohort
   */
  FallbackReports(List<Answerer> answerers, ReportListener listener, boolean mixpanelToo) {
    this.answerers = List.copyOf(answerers);
    this.listener = listener;
    this.mixpanelToo = mixpanelToo;
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    Map<String, MixpanelDataException> refusals = new LinkedHashMap<>();
    for (Answerer answerer : answerers) {
      try {
        R result = answerer.reports().answer(report, request);
        listener.answeredBy(answerer.name());
        return result;
      } catch (MixpanelDataException e) {
        if (e.code() != ErrorCode.CANNOT_ANSWER) {
          throw e;
        }
        refusals.put(answerer.name(), e);
        if (answerers.size() > 1) {
          listener.refusedBy(answerer.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    throw refusal(refusals, mixpanelToo && !report.localOnly());
  }

  private static MixpanelDataException refusal(
      Map<String, MixpanelDataException> refusals, boolean mixpanelToo) {
    if (refusals.isEmpty()) {
      return new MixpanelDataException(
          ErrorCode.TABLE_NOT_FOUND,
          "There is no local table of events to answer from.",
          "Fetch one with mp fetch events"
              + (mixpanelToo ? ", or ask Mixpanel with --source live." : "."));
    }
    MixpanelDataException first = refusals.values().iterator().next();
    if (refusals.size() == 1) {
      return first;
    }
    String reasons =
        refusals.entrySet().stream()
            .map(e -> "\n  " + e.getKey() + ": " + e.getValue().getMessage())
            .collect(Collectors.joining());
    return MixpanelDataException.cannotAnswer(
        "Nobody can answer this:" + reasons, first.hint().orElse("Ask for something else."));
  }
}
