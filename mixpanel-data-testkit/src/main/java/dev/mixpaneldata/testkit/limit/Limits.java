package dev.mixpaneldata.testkit.limit;

/**
 * The limits of a project. A request that is refused does not count against the windows.
 *
 * @param export the limit of the raw export
 * @param query the limit of reports and profiles together
 * @param app the limit of {@code /api/app}
 * @param retryAfter whether 429 carries {@code Retry-After} in seconds
 */
public record Limits(Limit export, Limit query, Limit app, boolean retryAfter) {

  /** Returns limits without bounds. */
  public static Limits none() {
    return new Limits(Limit.NONE, Limit.NONE, Limit.NONE, false);
  }

  /**
   * Returns Mixpanel's documented limits: export 60 an hour, 3 a second, 100 at a time; query 60 an
   * hour, 5 at a time; no {@code Retry-After}.
   */
  public static Limits documented() {
    return new Limits(
        new Limit(60, 3, 100), new Limit(60, Integer.MAX_VALUE, 5), Limit.NONE, false);
  }

  /** Returns these limits with another limit of queries. */
  public Limits withQuery(Limit other) {
    return new Limits(export, other, app, retryAfter);
  }

  /** Returns these limits with {@code Retry-After} on each 429. */
  public Limits withRetryAfter() {
    return new Limits(export, query, app, true);
  }
}
