package dev.mixpaneldata.mcp.http;

import java.time.Duration;

/**
 * The limits on a client that is not yet identified.
 *
 * @param arrival the time in which a connection must deliver a whole request, the first one and
 *     each one after it, whether it is silent or sends slowly
 * @param unread the time in which a client must read an answer
 * @param connections the most connections at a time; further ones wait to be accepted
 */
public record HttpLimits(Duration arrival, Duration unread, int connections) {
  /** Returns the limits of a server. */
  public static HttpLimits usual() {
    return new HttpLimits(Duration.ofSeconds(15), Duration.ofSeconds(90), 512);
  }
}
