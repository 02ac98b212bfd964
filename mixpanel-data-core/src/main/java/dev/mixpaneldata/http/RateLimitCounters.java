package dev.mixpaneldata.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The limit that a 429 reports. Mixpanel's text counts calls against each limit: "1/5 queries
 * running concurrently and 61/60 queries running in the last hour".
 */
final class RateLimitCounters {
  private static final Pattern CONCURRENT = counter("queries running concurrently");
  private static final Pattern HOURLY = counter("queries running in the last hour");

  private RateLimitCounters() {}

  static FailureKind kind(String body) {
    if (isUsedUp(HOURLY, body)) {
      return FailureKind.HOUR_USED_UP;
    }
    return isUsedUp(CONCURRENT, body) ? FailureKind.CONCURRENCY : FailureKind.RATE_LIMITED;
  }

  private static Pattern counter(String what) {
    return Pattern.compile("([0-9]{1,9})\\s*/\\s*([0-9]{1,9}) " + what);
  }

  private static boolean isUsedUp(Pattern counter, String body) {
    Matcher match = counter.matcher(body);
    return match.find() && Integer.parseInt(match.group(1)) >= Integer.parseInt(match.group(2));
  }
}
