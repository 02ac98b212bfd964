package dev.mixpaneldata.quota;

import java.time.Duration;

/**
 * How long a caller is ready to wait for a budget. A longer wait becomes a {@link
 * dev.mixpaneldata.error.RateLimitException} at once, without sleeping first.
 *
 * @param longest the longest wait for a budget; to keep the pace of calls in a second is none
 * @param listener hears every wait
 */
public record WaitRules(Duration longest, WaitListener listener) {
  /** What a caller who does not want to wait still accepts without being asked. */
  private static final Duration HARDLY_ANY = Duration.ofSeconds(2);

  private static final Duration FOREVER = Duration.ofDays(1);

  /** Waits as long as it takes, silently. */
  public static WaitRules patient() {
    return new WaitRules(FOREVER, WaitListener.silent());
  }

  /** Fails with the time instead of waiting more than two seconds, or at all after a 429. */
  public static WaitRules noWait() {
    return new WaitRules(HARDLY_ANY, WaitListener.silent());
  }

  /** These rules with another limit. */
  public WaitRules upTo(Duration longest) {
    return new WaitRules(longest, listener);
  }

  /** These rules with another listener. */
  public WaitRules announcedTo(WaitListener listener) {
    return new WaitRules(longest, listener);
  }

  /** Whether a 429 shall be reported instead of waited for, however short its wait. */
  public boolean isNoWait() {
    return longest.compareTo(HARDLY_ANY) <= 0;
  }
}
