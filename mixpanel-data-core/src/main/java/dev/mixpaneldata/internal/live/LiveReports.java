package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.jql.Jql;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.DatedRequest;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.spi.ReportTable;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Reports computed by Mixpanel. Each costs one query of the project's 60 an hour. No answer is
 * kept: the next call asks again. Thread-safe.
 */
public final class LiveReports implements Reports {
  /** The reports that Mixpanel's API has. */
  static final ReportTable<LiveReports, RuntimeException> TABLE =
      new ReportTable<LiveReports, RuntimeException>(
              "Mixpanel's API",
              Hint.of(
                  "Fetch the events with {}, and compute the report from the table with {}.",
                  Reference.FETCH_EVENTS,
                  Reference.LOCAL_TABLE))
          .with(Report.SEGMENTATION, (live, request) -> live.queries.segmentation(request))
          .with(Report.FUNNEL, (live, request) -> live.queries.funnel(request))
          .with(Report.RETENTION, (live, request) -> live.queries.retention(request))
          .with(Report.EVENT_COUNTS, (live, request) -> live.queries.eventCounts(request))
          .with(Report.PROPERTY_COUNTS, (live, request) -> live.queries.propertyCounts(request))
          .with(Report.ACTIVITY_FEED, (live, request) -> live.feeds.feed(request))
          .with(Report.FREQUENCY, (live, request) -> live.queries.frequency(request))
          .with(
              Report.SEGMENTATION_NUMERIC,
              (live, request) -> live.queries.segmentationNumeric(request))
          .with(Report.SEGMENTATION_SUM, (live, request) -> live.queries.segmentationSum(request))
          .with(
              Report.SEGMENTATION_AVERAGE,
              (live, request) -> live.queries.segmentationAverage(request))
          .with(
              Report.PROPERTY_DISTRIBUTION,
              (live, request) -> live.statistics.distribution(request))
          .with(Report.NUMERIC_SUMMARY, (live, request) -> live.statistics.numericSummary(request))
          .with(Report.DAILY_COUNTS, (live, request) -> live.statistics.dailyCounts(request))
          .with(
              Report.ENGAGEMENT_DISTRIBUTION,
              (live, request) -> live.statistics.engagement(request))
          .with(Report.PROPERTY_COVERAGE, (live, request) -> live.statistics.coverage(request));

  private final QueryReports queries;
  private final ActivityFeeds feeds;
  private final Statistics statistics;
  private final DefinedReports defined;
  private final LiveScope scope;
  private final Pacer pacer;
  private final ProjectTimes times;

  /**
   * Makes the reports of a project.
   *
   * @param times the rule for the times of an older project
   * @param funnelNames returns the name of a funnel if it is known without another query
   * @param workspace returns the workspace that feeds are asked in, if it is known
   * @param scope how they are answered
   */
  public LiveReports(
      MixpanelHttp http,
      Pacer pacer,
      ProjectTimes times,
      LongFunction<Optional<String>> funnelNames,
      Supplier<Optional<Long>> workspace,
      LiveScope scope) {
    this.scope = scope;
    this.pacer = pacer;
    this.times = times;
    this.defined = new DefinedReports(http, pacer, times, scope.cohort());
    this.queries = new QueryReports(http, pacer, times, funnelNames);
    this.feeds = new ActivityFeeds(http, pacer, times, workspace, scope.listener());
    this.statistics =
        new Statistics(
            queries,
            new InsightsStatistics(http),
            new JqlStatistics(new Jql(http)),
            scope.listener());
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    ReportEngine engine = scope.engine();
    if (scope.cohort().isPresent()) {
      return ofCohort(report, request);
    }
    boolean documented = TABLE.reports().contains(report);
    boolean definable = DefinedReports.TABLE.reports().contains(report);
    if (engine == ReportEngine.DEFINITION || engine == ReportEngine.AUTO && !documented) {
      return definable
          ? DefinedReports.TABLE.answer(report, defined, request)
          : TABLE.answer(report, this, dated(request));
    }
    if (engine == ReportEngine.DOCUMENTED || !definable) {
      return TABLE.answer(report, this, dated(request));
    }
    try {
      return TABLE.answer(report, this, dated(request));
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CANNOT_ANSWER && !isGone(e)) {
        throw e;
      }
      return answerByDefinition(report, request, e);
    }
  }

  /** The documented API takes dates alone. */
  private <Q extends Record> Q dated(Q request) {
    return DatedRequest.dated(request, last -> last.upTo(AnswerDays.today(pacer, times)));
  }

  /** The documented API knows no cohorts. */
  private <Q extends Record, R extends ReportResult> R ofCohort(Report<Q, R> report, Q request) {
    if (scope.engine() == ReportEngine.DOCUMENTED
        || !DefinedReports.TABLE.reports().contains(report)) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's API has no report " + report.id() + " of a cohort.",
          Hint.of("Compute the report from a local table with {}.", Reference.LOCAL_TABLE));
    }
    return DefinedReports.TABLE.answer(report, defined, request);
  }

  private <Q extends Record, R extends ReportResult> R answerByDefinition(
      Report<Q, R> report, Q request, MixpanelDataException first) {
    try {
      return DefinedReports.TABLE.answer(report, defined, request);
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CANNOT_ANSWER) {
        throw e;
      }
      if (first.code() != ErrorCode.CANNOT_ANSWER) {
        throw first;
      }
      throw e.withMessage(first.getMessage() + " " + e.getMessage());
    }
  }

  private static boolean isGone(MixpanelDataException e) {
    return e instanceof ApiException answered && answered.isGone();
  }
}
