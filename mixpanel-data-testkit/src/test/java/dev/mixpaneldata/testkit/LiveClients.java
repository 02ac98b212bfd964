package dev.mixpaneldata.testkit;

import dev.mixpaneldata.app.App;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.Endpoints;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.internal.live.LiveScope;
import dev.mixpaneldata.profile.Profiles;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.Sleeper;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.saved.SavedReports;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Core's clients over a fake, without limits of their own. */
final class LiveClients {
  /** Long after the events, whenever tests run, so that all intervals of retention are over. */
  private final Pacer pacer =
      new Pacer(
          Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC), Sleeper.system());

  private final MixpanelHttp http;

  LiveClients(FakeMixpanel mixpanel) {
    http =
        MixpanelHttp.builder(
                Credentials.of(
                    mixpanel.username(),
                    mixpanel.secret(),
                    Long.toString(mixpanel.projectId()),
                    Region.US))
            .endpoints(Endpoints.at(Region.US, mixpanel.origin().toString()))
            .quota(Quota.unlimited())
            .pacer(pacer)
            .build();
  }

  Reports reports() {
    return reports(ReportEngine.AUTO);
  }

  Reports reports(ReportEngine engine) {
    return reports(LiveScope.of(engine));
  }

  Reports reports(ReportEngine engine, Cohort cohort) {
    return reports(new LiveScope(engine, Optional.of(cohort), ReportListener.SILENT));
  }

  private Reports reports(LiveScope scope) {
    return new LiveReports(
        http,
        pacer,
        new ProjectTimes("1", Optional.of(ZoneOffset.UTC), Path.of("."), http, pacer, found -> {}),
        discovery()::knownFunnelName,
        () -> app().projects().dataView(),
        scope);
  }

  Discovery discovery() {
    return new Discovery(http);
  }

  App app() {
    return new App(http);
  }

  Profiles profiles() {
    return new Profiles(http);
  }

  SavedReports savedReports() {
    return new SavedReports(http, app().bookmarks(), pacer);
  }
}
