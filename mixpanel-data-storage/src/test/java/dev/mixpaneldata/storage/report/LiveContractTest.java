package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.internal.live.LiveScope;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.Sleeper;
import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Over HTTP, with a fake Mixpanel at the other end. */
class LiveContractTest extends ReportsContract {
  private static final long FUNNEL = 7;

  private @Nullable FakeMixpanel mixpanel;

  @Override
  Reports over(Dataset dataset, ZoneId zone, DateRange fetched) {
    FakeMixpanel started =
        FakeMixpanel.builder()
            .dataset(dataset)
            .timezone(zone.getId())
            .funnel(SavedFunnel.of(FUNNEL, "sample", "App Open", "Game Played"))
            .start();
    mixpanel = started;
    Pacer pacer = new Pacer(Clock.fixed(end(fetched), ZoneOffset.UTC), Sleeper.system());
    MixpanelHttp http =
        MixpanelHttp.builder(
                Credentials.of(
                    started.username(),
                    started.secret(),
                    Long.toString(started.projectId()),
                    Region.US))
            .endpoints(Endpoints.at(Region.US, started.origin().toString()))
            .quota(Quota.unlimited())
            .pacer(pacer)
            .build();
    return new LiveReports(
        http,
        pacer,
        new ProjectTimes("1", Optional.of(days(zone)), Path.of("."), http, pacer, found -> {}),
        id -> Optional.empty(),
        Optional::empty,
        LiveScope.USUAL);
  }

  /** UTC, when given, stands for a newer project, whose zone is not known: this has its days. */
  private static ZoneId days(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("Africa/Abidjan") : zone;
  }

  @Override
  void end() {
    if (mixpanel != null) {
      mixpanel.close();
      mixpanel = null;
    }
  }

  @Override
  FunnelRequest appOpenToGamePlayed(DateRange range) {
    return FunnelRequest.saved(FUNNEL, range);
  }

  /** Its saved funnel answers about two events alone. */
  @Override
  boolean isFor(Record request) {
    return !(request instanceof FunnelRequest)
        && !(request instanceof InsightsRequest insights && !isDefinable(insights))
        && !(request instanceof ActiveUsersRequest)
        && !(request instanceof FlowRequest)
        && !(request instanceof SessionsRequest)
        && !(request instanceof RetentionRequest retention && !isAnswered(retention));
  }

  /** By the documented API, or else by the definition. */
  private static boolean isAnswered(RetentionRequest request) {
    boolean documented =
        request.alignment() == RetentionAlignment.ROLLING
            && request.brackets().isEmpty()
            && (request.unboundedMode() == UnboundedMode.NONE
                || request.unboundedMode() == UnboundedMode.CARRY_BACK)
            && (request.interval() == 1 || request.unit() == CalendarUnit.DAY);
    return documented || isDefinable(Report.RETENTION, request);
  }

  private static <Q extends Record> boolean isDefinable(Report<Q, ?> report, Q request) {
    try {
      Definitions.of(report, request);
      return true;
    } catch (MixpanelDataException e) {
      return false;
    }
  }

  /** Some expressions cannot be said; of an hour that clocks skip, Mixpanel has no bucket. */
  private static boolean isDefinable(InsightsRequest request) {
    return request.unit() != BucketUnit.HOUR && isDefinable(Report.INSIGHTS, request);
  }

  @Override
  int reportsNotAsked() {
    return 4;
  }
}
