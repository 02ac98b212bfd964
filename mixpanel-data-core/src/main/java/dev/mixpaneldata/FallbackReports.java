package dev.mixpaneldata;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports that ask several sources in turn. If one reports {@code CANNOT_ANSWER} (it lacks the
 * days, or cannot know a saved funnel), the next one is asked; so it is if Mixpanel cannot be asked
 * now. Any other error ends the search, so that a mistake in a request spends no query.
 */
final class FallbackReports implements Reports {
  private final List<Answerer> answerers;
  private final ReportListener listener;
  private final boolean elsewhere;

  /**
   * A source of reports with its name.
   *
   * @param name the name that the listener receives, such as {@code the local table 'jan'}
   * @param mayBeAway whether the next one is asked if this one cannot be asked now
   */
  record Answerer(String name, Reports reports, boolean mayBeAway) {
    Answerer(String name, Reports reports) {
      this(name, reports, false);
    }
  }

  /**
   * Asks the sources in this order and reports to the listener which one answered.
   *
   * @param elsewhere whether Mixpanel could be asked too, so that refusals may advise it
   */
  FallbackReports(List<Answerer> answerers, ReportListener listener, boolean elsewhere) {
    this.answerers = List.copyOf(answerers);
    this.listener = listener;
    this.elsewhere = elsewhere;
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    Map<String, MixpanelDataException> refusals = new LinkedHashMap<>();
    Optional<MixpanelDataException> notNow = Optional.empty();
    for (Iterator<Answerer> rest = answerers.iterator(); rest.hasNext(); ) {
      Answerer answerer = rest.next();
      if (!rest.hasNext() && notNow.filter(e -> e.code() != ErrorCode.RATE_LIMITED).isPresent()) {
        // The last one waits for Mixpanel's limits, which is of no use here.
        throw notNow.get();
      }
      try {
        R result = answerer.reports().answer(report, request);
        listener.answeredBy(answerer.name());
        if (notNow.isPresent() && rest.hasNext()) {
          listener.warning(
              "Mixpanel cannot be asked now. The last day of the table was not over when it was"
                  + " fetched.");
        }
        return result;
      } catch (MixpanelDataException e) {
        boolean waits = answerer.mayBeAway() && e.code().isOnlyForNow();
        if (e.code() != ErrorCode.CANNOT_ANSWER && !waits) {
          throw e;
        }
        notNow = waits ? Optional.of(e) : notNow;
        refusals.putIfAbsent(answerer.name(), e);
        if (answerers.size() > 1) {
          listener.refusedBy(answerer.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    MixpanelDataException refusal = refusal(refusals);
    throw elsewhere ? refusal : refusal.without(Reference.LIVE_SOURCE);
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
