package dev.mixpaneldata;

import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.report.Reports;

/** What is needed to call Mixpanel for a project. */
record Project(
    ResolvedAccount account,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    DiscoveryCache cache) {
  Discovery discovery() {
    return new Discovery(http, cache);
  }

  Reports liveReports() {
    return new LiveReports(http, pacer, account.timeZone(), discovery()::knownFunnelName);
  }
}
