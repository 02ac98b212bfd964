package dev.mixpaneldata.quota;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A number of calls that a project may make, as Mixpanel documents it (Rate Limits; Lexicon
 * limits). Calls that share a budget count together, from all callers.
 */
public enum Budget {
  /** All endpoints of the query API together. */
  QUERY(5, new Limit(60, Duration.ofHours(1))),
  /** The raw export. */
  EXPORT(100, new Limit(60, Duration.ofHours(1)), new Limit(3, Duration.ofSeconds(1))),
  /** The schemas of the Lexicon, for which no limit of concurrency is documented. */
  LEXICON(Integer.MAX_VALUE, new Limit(5, Duration.ofMinutes(1)));

  private final int concurrent;
  private final List<Limit> limits;

  Budget(int concurrent, Limit... limits) {
    this.concurrent = concurrent;
    this.limits = List.of(limits);
  }

  /** At most {@code calls} in any stretch of time as long as {@code window}. */
  public record Limit(int calls, Duration window) {}

  /** Returns the number of calls that may run at the same time. */
  public int concurrent() {
    return concurrent;
  }

  /** Returns the limits on calls within a window of time; the first is the one to plan with. */
  public List<Limit> limits() {
    return limits;
  }

  /** Returns the name in messages and file names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
