package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.DatedRequest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.report.spi.ReportTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.index.TableIndexes;
import java.sql.SQLException;

/** Answers reports from a table of a database file. Each report opens and closes the file. */
public final class LocalReports implements Reports {
  /** The reports that a local table answers; the SQL of each is in the class named here. */
  static final ReportTable<ReportContext, SQLException> TABLE =
      new ReportTable<ReportContext, SQLException>("local tables", Hint.of("Ask Mixpanel."))
          .with(
              Report.SEGMENTATION,
              (session, request) -> new SegmentationReport(session).run(request))
          .with(Report.INSIGHTS, (session, request) -> new InsightsReport(session, request).run())
          .with(Report.FUNNEL, (session, request) -> new FunnelReport(session, request).run())
          .with(Report.RETENTION, (session, request) -> new RetentionReport(session, request).run())
          .with(Report.EVENT_COUNTS, (session, request) -> new CountsReports(session).run(request))
          .with(
              Report.PROPERTY_COUNTS, (session, request) -> new CountsReports(session).run(request))
          .with(Report.ACTIVITY_FEED, (session, request) -> new UserReports(session).run(request))
          .with(Report.FREQUENCY, (session, request) -> new FrequencyReport(session).run(request))
          .with(
              Report.SEGMENTATION_NUMERIC,
              (session, request) -> new NumericReports(session).run(request))
          .with(
              Report.SEGMENTATION_SUM,
              (session, request) -> new NumericReports(session).sum(request))
          .with(
              Report.SEGMENTATION_AVERAGE,
              (session, request) -> new NumericReports(session).average(request))
          .with(
              Report.PROPERTY_DISTRIBUTION,
              (session, request) -> new PropertyReports(session).run(request))
          .with(
              Report.NUMERIC_SUMMARY,
              (session, request) -> new NumericReports(session).run(request))
          .with(Report.DAILY_COUNTS, (session, request) -> new CountsReports(session).run(request))
          .with(
              Report.ENGAGEMENT_DISTRIBUTION,
              (session, request) -> new UserReports(session).run(request))
          .with(
              Report.PROPERTY_COVERAGE,
              (session, request) -> new PropertyReports(session).run(request))
          .with(Report.EVENT_PATHS, (session, request) -> new FlowReport(session, request).run())
          .with(
              Report.ACTIVE_USERS,
              (session, request) -> new ActiveUsersReport(session).run(request))
          .with(Report.SESSIONS, (session, request) -> new SessionsReport(session).run(request));

  private final DatabaseFile file;
  private final LocalScope scope;
  private final TableIndexes indexes;

  /** Creates reports on the scope's table in this file. */
  public LocalReports(DatabaseFile file, LocalScope scope) {
    this(file, scope, new TableIndexes(file));
  }

  LocalReports(DatabaseFile file, LocalScope scope, TableIndexes indexes) {
    this.file = file;
    this.scope = scope;
    this.indexes = indexes;
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    try {
      return file.read(
          connection -> {
            ReportContext context = ReportContext.open(connection, scope, indexes);
            Q dated = DatedRequest.dated(request, last -> context.coverage().last(last));
            R result = TABLE.answer(report, context, dated);
            if (context.index().isMissed()) {
              indexes.want(context.events().table(), context.index().missed(), context.size());
            }
            return result;
          });
    } catch (MixpanelDataException e) {
      // Mixpanel has cohorts in definitions alone, and lacks some reports.
      throw scope.cohort().isPresent() && !Definitions.has(report) || report.localOnly()
          ? e.without(Reference.LIVE_SOURCE)
          : e;
    }
  }
}
