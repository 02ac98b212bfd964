package dev.mixpaneldata.testkit.limit;

/**
 * The limits of a project. A request that is refused does not count against the windows.
 *
 * @param export of the raw export
 * @param query of reports and profiles together
 * @param app of {@code /api/app}
 * @param retryAfter whether 429 carries {@code Retry-After} in seconds
 */
public record Limits(Limit export, Limit query, Limit app, boolean retryAfter) {

  /** Everything goes. */
  public static Limits none() {
    return new Limits(Limit.NONE, Limit.NONE, Limit.NONE, false);
  }

  /**
   * As Mixpanel documents them: export 60 an hour, 3 a second, 100 at a time; query 60 an hour, 5
   * at a time; no {@code Retry-After}.
   */
  public static Limits documented() {
    return new Limits(
        new Limit(60, 3, 100), new Limit(60, Integer.MAX_VALUE, 5), Limit.NONE, false);
  }

  /** The same with another limit of queries. */
  public Limits withQuery(Limit other) {
    return new Limits(export, other, app, retryAfter);
  }

  /** The same, with {@code Retry-After} on each 429. */
  public Limits withRetryAfter() {
    return new Limits(export, query, app, true);
  }
}
