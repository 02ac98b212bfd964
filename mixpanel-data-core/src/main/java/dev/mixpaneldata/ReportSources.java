package dev.mixpaneldata;

import dev.mixpaneldata.app.bookmarks.KnownFunnels;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.live.LiveScope;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends each report to the source that its target names. */
final class ReportSources {
  private static final String MIXPANEL = "Mixpanel";

  private final Function<LiveScope, Reports> live;
  private final Function<LiveScope, Reports> liveAtOnce;
  private final Supplier<Store> store;
  private final Supplier<KnownFunnels> funnels;

  /**
   * Makes the sources of a project.
   *
   * @param live the reports of Mixpanel, waiting for its limits
   * @param liveAtOnce the reports of Mixpanel, failing instead of waiting
   */
  ReportSources(
      Function<LiveScope, Reports> live,
      Function<LiveScope, Reports> liveAtOnce,
      Supplier<Store> store,
      Supplier<KnownFunnels> funnels) {
    this.live = live;
    this.liveAtOnce = liveAtOnce;
    this.store = store;
    this.funnels = funnels;
  }

  /** Returns the reports of a target that does not split by cohorts. */
  Reports reports(ReportTarget target, ReportListener listener) {
    if (!target.byCohort().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "A report that is split by cohorts has several answers.",
          "Ask for a breakdown by cohorts, or about one cohort.");
    }
    return new Targeted(target, target.scope(listener));
  }

  /** Returns one report for the users of each cohort of the target, and one for all other users. */
  CohortBreakdown byCohort(
      ReportTarget target, ReportListener listener, Function<Reports, ReportResult> question) {
    LocalScope scope = target.scope(listener);
    List<CohortBreakdown.Part> parts = new ArrayList<>();
    // Each cohort has its own remainder. Values that are not sums (medians, averages, the
    // largest segments) cannot be derived from the answers about all users and the members.
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
    return scope.with(s -> s.cohort(scope.cohort().map(all -> all.and(users)).orElse(users)));
  }

  /** Reports whose source is made when it is asked: Mixpanel needs credentials, tables do not. */
  private record Lazily(Supplier<Reports> source) implements Reports {
    @Override
    public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
      return source.get().answer(report, request);
    }
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
      if (target.lake().isPresent()) {
        return store.get().lake(target.lake().get(), scope).answer(report, request);
      }
      if (target.local().isPresent()) {
        return new SavedFunnelReports(store.get().reports(scope), funnels, scope.listener(), false)
            .answer(report, request);
      }
      ReportSource source = source(report);
      if (source == ReportSource.LIVE) {
        return live().answer(report, request);
      }
      List<FallbackReports.Answerer> answerers = answerers(source);
      if (target.source().isEmpty() && source == ReportSource.AUTO && answerers.size() == 1) {
        // Nobody chose a source, and there was nothing to choose from.
        return live().answer(report, request);
      }
      return new FallbackReports(answerers, scope.listener(), mayAskMixpanel(report))
          .answer(report, request);
    }

    /**
     * Returns who answers the report: Mixpanel has cohorts in definitions only, and not every
     * report. What Mixpanel answers by scripts in its maintenance mode, a local table answers if it
     * can.
     */
    private ReportSource source(Report<?, ?> report) {
      ReportSource asked = target.source().orElseGet(() -> usual(report));
      return asked == ReportSource.AUTO && !mayAskMixpanel(report) ? ReportSource.LOCAL : asked;
    }

    private boolean mayAskMixpanel(Report<?, ?> report) {
      return !report.localOnly() && (scope.cohort().isEmpty() || Definitions.has(report));
    }

    private ReportSource usual(Report<?, ?> report) {
      if (scope.cohort().isPresent()) {
        boolean mixpanels = scope.cohort().filter(Cohort::isMixpanels).isPresent();
        return mixpanels && mayAskMixpanel(report) ? ReportSource.LIVE : ReportSource.LOCAL;
      }
      return report.localOnly()
          ? ReportSource.LOCAL
          : report.scripted() ? ReportSource.AUTO : ReportSource.LIVE;
    }

    private List<FallbackReports.Answerer> answerers(ReportSource source) {
      List<String> tables = tables(source);
      if (source != ReportSource.AUTO) {
        return local(tables, scope, false);
      }
      List<FallbackReports.Answerer> answerers = new ArrayList<>();
      if (!tables.isEmpty()) {
        // Mixpanel knows more about a day that was not over when it was fetched, if it can be
        // asked.
        answerers.addAll(local(tables, scope.withSettled(true), true));
        answerers.add(
            new FallbackReports.Answerer(
                MIXPANEL, new Lazily(() -> liveAtOnce.apply(liveScope())), true));
        answerers.addAll(local(tables, scope, true));
      }
      answerers.add(new FallbackReports.Answerer(MIXPANEL, new Lazily(this::live)));
      return answerers;
    }

    private Reports live() {
      return live.apply(liveScope());
    }

    private LiveScope liveScope() {
      return new LiveScope(
          target.engine().orElse(ReportEngine.AUTO), scope.cohort(), scope.listener());
    }

    private List<FallbackReports.Answerer> local(
        List<String> tables, LocalScope asked, boolean mayAsk) {
      return tables.stream()
          .map(
              table ->
                  new FallbackReports.Answerer(
                      "the local table '" + table + "'",
                      new SavedFunnelReports(
                          store.get().reports(asked.withTable(table)),
                          funnels,
                          scope.listener(),
                          mayAsk)))
          .toList();
    }

    /** Returns the tables of events, the most recently fetched first. */
    private List<String> tables(ReportSource source) {
      try {
        return store.get().tables().list().stream()
            .filter(table -> table.type() == TableType.EVENTS)
            .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
            .map(TableInfo::name)
            .toList();
      } catch (MixpanelDataException e) {
        boolean hindered =
            e.code() == ErrorCode.DATABASE_LOCKED || e.code() == ErrorCode.STORAGE_FAILED;
        if (source == ReportSource.AUTO && hindered) {
          // A table is being filled, or there is no store; Mixpanel's answer depends on neither.
          scope.listener().refusedBy("the local tables", String.valueOf(e.getMessage()));
          return List.of();
        }
        throw e;
      }
    }
  }
}
