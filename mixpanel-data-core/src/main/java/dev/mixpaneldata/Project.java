package dev.mixpaneldata;

import dev.mixpaneldata.account.ProjectZone;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.discovery.DiscoveryCache;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import java.time.ZoneId;
import java.util.Optional;

/** What is needed to call Mixpanel for a project. */
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

  /** The same, that asks Mixpanel whatever is kept. */
  Project refreshing() {
    return new Project(account, http, waits, pacer, cache.refreshing(), token);
  }
}
