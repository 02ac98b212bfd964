package dev.mixpaneldata;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.Source;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Brings each report to the one that its target names. */
final class ReportSources {
  private final Supplier<Reports> live;
  private final Supplier<Store> store;

  ReportSources(Supplier<Reports> live, Supplier<Store> store) {
    this.live = live;
    this.store = store;
  }

  /** Reports with one answer each. */
  Reports reports(ReportTarget target, ReportListener listener) {
    if (!target.byCohort().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "A report that is split by cohorts has several answers.",
          "Ask for a breakdown by cohorts, or about one cohort.");
    }
    return new Targeted(target, target.scope(listener));
  }

  /** One report for the users of each cohort that the target names, and for the others. */
  CohortBreakdown byCohort(
      ReportTarget target, ReportListener listener, Function<Reports, ReportResult> question) {
    LocalScope scope = target.scope(listener);
    List<CohortBreakdown.Part> parts = new ArrayList<>();
    // Each cohort has others of its own, and what is no sum (medians, averages, the largest
    // segments) cannot be told from the answers about all and about the members.
    for (String text : target.byCohort()) {
      Cohort users = Cohort.parse(text);
      for (boolean member : new boolean[] {true, false}) {
        Reports some = new Targeted(target, among(scope, member ? users : users.others()));
        parts.add(new CohortBreakdown.Part(text, member, question.apply(some)));
      }
    }
    return new CohortBreakdown(parts);
  }

  private static LocalScope among(LocalScope scope, Cohort users) {
    return scope.withCohort(scope.cohort().map(all -> all.and(users)).orElse(users));
  }

  /** Reports about the users of a scope. */
  private final class Targeted implements Reports {
    private final ReportTarget target;
    private final LocalScope scope;

    Targeted(ReportTarget target, LocalScope scope) {
      this.target = target;
      this.scope = scope;
    }

    @Override
    public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
      if (target.local().isPresent()) {
        return store.get().reports(scope).answer(report, request);
      }
      Source source = source(report);
      if (source == Source.LIVE) {
        return live.get().answer(report, request);
      }
      return new FallbackReports(answerers(source), scope.listener(), scope.cohort().isEmpty())
          .answer(report, request);
    }

    /** Mixpanel answers about all users only, and not every report. */
    private Source source(Report<?, ?> report) {
      boolean onlyLocally = scope.cohort().isPresent() || report.localOnly();
      Source asked = target.source().orElse(onlyLocally ? Source.LOCAL : Source.LIVE);
      return asked == Source.AUTO && onlyLocally ? Source.LOCAL : asked;
    }

    private List<FallbackReports.Answerer> answerers(Source source) {
      List<FallbackReports.Answerer> answerers = new ArrayList<>();
      // Mixpanel knows more of a day that was not over.
      LocalScope asked = source == Source.AUTO ? scope.withSettledDays() : scope;
      for (String table : tables(source)) {
        answerers.add(
            new FallbackReports.Answerer(
                "the local table '" + table + "'", store.get().reports(asked.withTable(table))));
      }
      if (source == Source.AUTO) {
        answerers.add(new FallbackReports.Answerer("Mixpanel", live.get()));
      }
      return answerers;
    }

    /** The tables of events, the last fetched first. */
    private List<String> tables(Source source) {
      try {
        return store.get().tables().list().stream()
            .filter(table -> table.type() == TableType.EVENTS)
            .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
            .map(TableInfo::name)
            .toList();
      } catch (MixpanelDataException e) {
        if (source == Source.AUTO && e.code() == ErrorCode.DATABASE_LOCKED) {
          // A table is being filled; Mixpanel need not wait for that.
          scope.listener().refusedBy("the local tables", String.valueOf(e.getMessage()));
          return List.of();
        }
        throw e;
      }
    }
  }
}
