package dev.mixpaneldata.quota;

import java.time.Duration;

/**
 * The longest wait for a budget that a caller accepts. A longer wait becomes a {@link
 * dev.mixpaneldata.error.RateLimitException} at once, without sleeping first.
 *
 * @param longest the longest wait for a budget; pauses that pace the calls of a second do not count
 * @param listener hears every wait
 */
public record WaitRules(Duration longest, WaitListener listener) {
  /** The longest wait that a caller who does not want to wait still accepts. */
  private static final Duration HARDLY_ANY = Duration.ofSeconds(2);

  private static final Duration FOREVER = Duration.ofDays(1);

  /** Returns rules that wait as long as it takes, silently. */
  public static WaitRules patient() {
    return new WaitRules(FOREVER, WaitListener.silent());
  }

  /**
   * Returns rules that fail with the time instead of waiting more than two seconds, or at all after
   * a 429.
   */
  public static WaitRules noWait() {
    return new WaitRules(HARDLY_ANY, WaitListener.silent());
  }

  /** Returns these rules with another limit. */
  public WaitRules upTo(Duration longest) {
    return new WaitRules(longest, listener);
  }

  /** Returns these rules with another listener. */
  public WaitRules announcedTo(WaitListener listener) {
    return new WaitRules(longest, listener);
  }

  /** Returns whether a 429 is reported instead of waited for, however short its wait. */
  public boolean isNoWait() {
    return longest.compareTo(HARDLY_ANY) <= 0;
  }
}
