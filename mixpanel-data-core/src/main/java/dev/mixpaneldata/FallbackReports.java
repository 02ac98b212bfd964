package dev.mixpaneldata;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reports that ask several sources in turn. If one reports {@code CANNOT_ANSWER} (it lacks the
 * days, or cannot know a saved funnel), the next one is asked. Any other error ends the search, so
 * that a mistake in a request spends no query.
 */
final class FallbackReports implements Reports {
  private final List<Answerer> answerers;
  private final ReportListener listener;
  private final boolean aboutAll;

  /**
   * A source of reports with its name.
   *
   * @param name the name that the listener receives, such as {@code the local table 'jan'}
   */
  record Answerer(String name, Reports reports) {}

  /**
   * Asks the sources in this order and reports to the listener which one answered.
   *
   * @param aboutAll whether the reports are about all users, and not about a cohort, which only
   *     local tables know
   */
  FallbackReports(List<Answerer> answerers, ReportListener listener, boolean aboutAll) {
    this.answerers = List.copyOf(answerers);
    this.listener = listener;
    this.aboutAll = aboutAll;
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
    MixpanelDataException refusal = refusal(refusals);
    throw aboutAll && !report.localOnly() ? refusal : refusal.without(Reference.LIVE_SOURCE);
  }

  private static MixpanelDataException refusal(Map<String, MixpanelDataException> refusals) {
    if (refusals.isEmpty()) {
      return MixpanelDataException.of(
          ErrorCode.TABLE_NOT_FOUND,
          "There is no local table of events to compute the report from.",
          Hint.anyOf(
              Hint.way("fetch one with {}", Reference.FETCH_EVENTS),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
    MixpanelDataException first = refusals.values().iterator().next();
    if (refusals.size() == 1) {
      return first;
    }
    String reasons =
        refusals.entrySet().stream()
            .map(e -> "\n  " + e.getKey() + ": " + e.getValue().getMessage())
            .collect(Collectors.joining());
    return first.withMessage("No source can answer this:" + reasons);
  }
}
