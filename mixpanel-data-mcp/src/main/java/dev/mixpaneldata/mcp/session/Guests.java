package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.QuotaLedger;
import dev.mixpaneldata.quota.UnprovenQuota;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the credentials that came in headers. Those that Mixpanel has not accepted yet
 * may be made up. Thread-safe.
 */
public final class Guests {
  /** How many are remembered; whoever is forgotten has to be accepted again. */
  private static final int MOST = 1000;

  private final Map<String, UnprovenQuota.Standing> standings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UnprovenQuota.Standing> eldest) {
          return size() > MOST;
        }
      };

  /** Whether Mixpanel has accepted the credentials of this digest. */
  public synchronized boolean isAccepted(String digest) {
    UnprovenQuota.Standing standing = standings.get(digest);
    return standing != null && standing.isAccepted();
  }

  /** The budgets for the credentials of this digest in a project of these budgets. */
  synchronized Quota quota(String digest, Quota project) {
    UnprovenQuota.Standing standing =
        standings.computeIfAbsent(
            digest, any -> new UnprovenQuota.Standing(QuotaLedger.inMemory(Pacer.system())));
    return new UnprovenQuota(standing, project);
  }
}
