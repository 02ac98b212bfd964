package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * A pause that begins now.
 *
 * @param reason why
 * @param until when it ends, or is expected to end
 * @param message one sentence for people, without a secret
 */
public record Wait(Reason reason, Instant until, String message) {
  /** Why a call has to wait. */
  public enum Reason {
    /** The budget of the hour (of the minute, for the Lexicon) is used up. */
    WINDOW,
    /**
     * Too many calls left within the last second. Such pauses are the pace of many calls and no
     * wait: each lasts less than two seconds, and no rule forbids one.
     */
    SECOND,
    /** As many calls as may run at the same time are running. */
    CONCURRENCY,
    /** Mixpanel answered 429. */
    RATE_LIMITED,
    /** A call failed in a way that may pass, and will be repeated. */
    RETRY
  }
}
