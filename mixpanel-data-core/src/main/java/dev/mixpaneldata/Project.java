package dev.mixpaneldata;

import dev.mixpaneldata.discovery.DiscoveryCache;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.WaitRules;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** What is needed to call Mixpanel for a project. */
record Project(
    Credentials credentials,
    MixpanelHttp http,
    Optional<ZoneId> zone,
    Path dataDirectory,
    WaitRules waits,
    Pacer pacer,
    DiscoveryCache cache) {}
