package dev.mixpaneldata;

import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import dev.mixpaneldata.internal.live.LiveReports;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.Reports;
import java.time.ZoneId;
import java.util.Optional;

/** The clients and settings with which a project's calls to Mixpanel are made. */
record Project(
    ResolvedAccount account,
    MixpanelHttp http,
    WaitRules waits,
    Pacer pacer,
    DiscoveryCache cache,
    Optional<Secret> token) {
  /** The zone that times of the project are shifted into, where that was given. */
  Optional<ZoneId> shiftedInto() {
    return account.timeZone().filter(zone -> !ProjectZone.isUtc(zone));
  }

  Discovery discovery() {
    return new Discovery(http, cache);
  }

  Reports liveReports(ReportEngine engine) {
    return new LiveReports(http, pacer, shiftedInto(), discovery()::knownFunnelName, engine);
  }
}
