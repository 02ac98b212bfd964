package dev.mixpaneldata;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.report.Reports;
import java.util.Optional;

/** The clients and settings with which a project's calls to Mixpanel are made. */
record Project(
    ResolvedAccount account,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    Optional<Secret> token) {
  Discovery discovery() {
    return new Discovery(http);
  }

  Reports liveReports() {
    return new LiveReports(http, pacer, account.shiftedInto(), discovery()::knownFunnelName);
  }
}
