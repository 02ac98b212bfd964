package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.QuotaLedger;
import dev.mixpaneldata.quota.UnprovenQuota;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The guests of the server: credentials that came in headers, and whether Mixpanel has accepted
 * them. Before that they may be made up. Thread-safe.
 */
public final class Guests {
  /** The number of credentials that are remembered; forgotten ones have to be accepted again. */
  private static final int MOST = 1000;

  private final Map<String, UnprovenQuota.Standing> standings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, UnprovenQuota.Standing> eldest) {
          return size() > MOST;
        }
      };

  /** Returns whether Mixpanel has accepted the credentials of this digest. */
  public synchronized boolean isAccepted(String digest) {
    UnprovenQuota.Standing standing = standings.get(digest);
    return standing != null && standing.isAccepted();
  }

  /** Returns the budgets of the credentials of this digest in a project with these budgets. */
  synchronized Quota quota(String digest, Quota project) {
    UnprovenQuota.Standing standing =
        standings.computeIfAbsent(
            digest, any -> new UnprovenQuota.Standing(QuotaLedger.inMemory(Pacer.system())));
    return new UnprovenQuota(standing, project);
  }
}
