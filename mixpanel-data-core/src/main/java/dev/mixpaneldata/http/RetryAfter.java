package dev.mixpaneldata.http;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After in both its forms (RFC 9110 §10.2.3). */
final class RetryAfter {
  private RetryAfter() {}

  /** Returns the wait from now on, never negative; null if the header is absent or unreadable. */
  static @Nullable Duration parse(HttpHeaders headers, Clock clock) {
    String text = headers.firstValue("Retry-After").map(String::strip).orElse("");
    if (text.matches("[0-9]{1,9}([.][0-9]*)?")) {
      return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), until);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
