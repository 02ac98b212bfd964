package dev.mixpaneldata.http;

/** The kinds of failed attempts, by what they imply for the next one. */
enum FailureKind {
  /** The connection was never made, so even a change may be repeated. */
  NOT_SENT(3, true),
  /** 429: the budget of the hour is used up, by us or by others. */
  HOUR_USED_UP(7, true),
  /** 429: too many calls are running. */
  CONCURRENCY(7, true),
  /** 429 without the limit that it means. */
  RATE_LIMITED(7, true),
  /** 408, 502, 503, 504, 524: usually gone a little later. */
  UNAVAILABLE(4, false),
  /** 500: may be a passing fault, but also a query that Mixpanel cannot digest. */
  SERVER_FAULT(2, false),
  /** The connection broke before the answer was complete. */
  BROKEN(4, false),
  /** The answer did not come in time; each further try costs minutes. */
  TOO_SLOW(1, false),
  /** Another attempt would fail in the same way. */
  FINAL(0, false);

  private final int retries;
  private final boolean safeForChanges;

  FailureKind(int retries, boolean safeForChanges) {
    this.retries = retries;
    this.safeForChanges = safeForChanges;
  }

  /** Returns the number of retries after the first failure of this kind. */
  int retries() {
    return retries;
  }

  /** Returns whether Mixpanel certainly did not carry out the call. */
  boolean isSafeForChanges() {
    return safeForChanges;
  }

  boolean isRateLimit() {
    return this == HOUR_USED_UP || this == CONCURRENCY || this == RATE_LIMITED;
  }
}
