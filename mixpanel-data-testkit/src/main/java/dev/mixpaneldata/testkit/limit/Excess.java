package dev.mixpaneldata.testkit.limit;

import java.time.Duration;

/**
 * The reason why a request was refused.
 *
 * @param limit the limit that was exceeded
 * @param running requests under way, without the refused one
 * @param inHour requests of the last hour, without the refused one
 * @param inSecond requests of the last second, without the refused one
 * @param pause the time after which the next request is let in, as far as it is known
 */
public record Excess(Limit limit, int running, int inHour, int inSecond, Duration pause) {

  /** Returns Mixpanel's text, which counts the refused request if it breaks the limit. */
  public String text(long projectId) {
    boolean tooMany = running >= limit.concurrent();
    boolean hourFull = !tooMany && inHour >= limit.perHour();
    String text =
        "Query rate limit exceeded for project_id: "
            + projectId
            + ". "
            + counter(running + (tooMany ? 1 : 0), limit.concurrent())
            + " queries running concurrently and "
            + counter(inHour + (hourFull ? 1 : 0), limit.perHour())
            + " queries running in the last hour.";
    if (!tooMany && !hourFull) {
      text += " " + counter(inSecond + 1, limit.perSecond()) + " queries in the last second.";
    }
    return text + " For more information, see https://developer.mixpanel.com/reference/rate-limits";
  }

  /** Returns the wait in whole seconds, at least one. */
  public long waitSeconds() {
    return Math.max(1, (pause.toMillis() + 999) / 1000);
  }

  private static String counter(int count, int most) {
    return count + "/" + most;
  }
}
