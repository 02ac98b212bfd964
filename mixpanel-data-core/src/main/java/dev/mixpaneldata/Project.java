package dev.mixpaneldata;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.app.bookmarks.KnownFunnels;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.internal.live.LiveScope;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.report.Reports;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;

/** The clients and settings with which a project's calls to Mixpanel are made. */
record Project(
    ResolvedAccount account,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    Optional<Secret> token,
    Consumer<ZoneId> olderProject) {
  /** Returns the rule for the project's times. */
  ProjectTimes times() {
    return times(http);
  }

  private ProjectTimes times(MixpanelHttp client) {
    return new ProjectTimes(
        account.credentials().projectId(),
        account.timeZone(),
        account.dataDirectory(),
        client,
        pacer,
        olderProject);
  }

  Discovery discovery() {
    return new Discovery(http);
  }

  KnownFunnels knownFunnels() {
    return new KnownFunnels(
        account.dataDirectory().resolve(account.credentials().projectId() + ".funnels.json"),
        pacer.clock(),
        () -> new App(http.with(WaitRules.noWait())).bookmarks());
  }

  /** Returns the names of the project, failing where Mixpanel's limits demand a wait. */
  Discovery discoveryAtOnce() {
    return new Discovery(http.with(WaitRules.noWait()));
  }

  Reports liveReports(LiveScope scope) {
    return liveReports(http, scope);
  }

  /** Returns the reports of Mixpanel, failing where its limits demand a wait. */
  Reports liveReportsAtOnce(LiveScope scope) {
    return liveReports(http.with(WaitRules.noWait()), scope);
  }

  private Reports liveReports(MixpanelHttp client, LiveScope scope) {
    return new LiveReports(
        client,
        pacer,
        times(client),
        discovery()::knownFunnelName,
        () -> new Projects(client).dataView(),
        scope);
  }
}
