package dev.mixpaneldata.testkit.http;

import java.time.Duration;

/**
 * How an answer travels. Counts are of body bytes as sent, that is after compression and before
 * framing.
 *
 * @param delay waited before the first byte of the headers
 * @param bytesPerSecond the pace of the body; 0 is as fast as it goes
 * @param framing how the end of the body is told
 * @param endAfter where the body is broken off; {@link Long#MAX_VALUE} is never
 * @param ending what happens there
 */
public record Delivery(
    Duration delay, int bytesPerSecond, Framing framing, long endAfter, Ending ending) {

  /** At once, whole. */
  public static final Delivery PROMPT =
      new Delivery(Duration.ZERO, 0, Framing.AUTOMATIC, Long.MAX_VALUE, Ending.CLOSE);

  /** How the client learns where the body ends. */
  public enum Framing {
    /** {@code Content-Length} where the length is known, else chunks. */
    AUTOMATIC,
    /** Always in chunks. */
    CHUNKED,
    /** Always with a {@code Content-Length}. */
    LENGTH
  }

  /** What happens at {@link #endAfter()}. */
  public enum Ending {
    /** An orderly TCP close, with the framing left open: the client can tell. */
    CLOSE,
    /** A TCP reset. */
    RESET,
    /** Silence until the server closes. */
    STALL
  }

  /** The same after a wait before the headers. */
  public Delivery withDelay(Duration wait) {
    return new Delivery(wait, bytesPerSecond, framing, endAfter, ending);
  }

  /** The same at a pace. */
  public Delivery withPace(int bytes) {
    return new Delivery(delay, bytes, framing, endAfter, ending);
  }

  /** The same, broken off after so many bytes. */
  public Delivery brokenOff(long bytes, Ending how, Framing frame) {
    return new Delivery(delay, bytesPerSecond, frame, bytes, how);
  }

  /** The same, broken off elsewhere. */
  Delivery endingAfter(long bytes) {
    return new Delivery(delay, bytesPerSecond, framing, bytes, ending);
  }
}
