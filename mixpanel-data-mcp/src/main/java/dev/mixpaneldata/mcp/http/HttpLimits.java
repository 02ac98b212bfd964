package dev.mixpaneldata.mcp.http;

import java.time.Duration;

/**
 * What a client may cost before anybody knows who it is.
 *
 * @param arrival how long a connection may take to bring a whole request, the first one and each
 *     one after it, whether it is silent or drips
 * @param unread how long a client may leave an answer unread
 * @param connections how many connections there may be; more wait to be accepted
 */
public record HttpLimits(Duration arrival, Duration unread, int connections) {
  /** Those of a server. */
  public static HttpLimits usual() {
    return new HttpLimits(Duration.ofSeconds(15), Duration.ofSeconds(90), 512);
  }
}
