package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * A pause that begins now.
 *
 * @param reason the cause
 * @param until the end, or the expected end
 * @param message one sentence for people, without a secret
 */
public record Wait(Reason reason, Instant until, String message) {
  /** The reason why a call has to wait. */
  public enum Reason {
    /** The budget of the hour (of the minute, for the Lexicon) is used up. */
    WINDOW,
    /**
     * Too many calls left within the last second. Such pauses only pace many calls: each lasts less
     * than two seconds, and no rule forbids one.
     */
    SECOND,
    /** The greatest number of concurrent calls is reached. */
    CONCURRENCY,
    /** Mixpanel answered 429. */
    RATE_LIMITED,
    /** A call failed in a way that may pass, and will be repeated. */
    RETRY
  }
}
