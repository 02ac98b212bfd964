package dev.mixpaneldata.testkit.http;

import java.time.Duration;

/**
 * The way an answer travels. Counts are of body bytes as sent, that is after compression and before
 * framing.
 *
 * @param delay the wait before the first byte of the headers
 * @param bytesPerSecond the pace of the body; 0 means as fast as possible
 * @param framing the way the end of the body is marked
 * @param endAfter the byte at which the body is broken off; {@link Long#MAX_VALUE} means never
 * @param ending the event at that byte
 */
public record Delivery(
    Duration delay, int bytesPerSecond, Framing framing, long endAfter, Ending ending) {

  /** The delivery of the whole answer at once. */
  public static final Delivery PROMPT =
      new Delivery(Duration.ZERO, 0, Framing.AUTOMATIC, Long.MAX_VALUE, Ending.CLOSE);

  /** The way the client learns the end of the body. */
  public enum Framing {
    /** {@code Content-Length} if the length is known, else chunks. */
    AUTOMATIC,
    /** Always in chunks. */
    CHUNKED,
    /** Always with a {@code Content-Length}. */
    LENGTH
  }

  /** The event at {@link #endAfter()}. */
  public enum Ending {
    /** An orderly TCP close with the framing left open, which the client can notice. */
    CLOSE,
    /** A TCP reset. */
    RESET,
    /** Silence until the server closes. */
    STALL
  }

  /** Returns this delivery with a wait before the headers. */
  public Delivery withDelay(Duration wait) {
    return new Delivery(wait, bytesPerSecond, framing, endAfter, ending);
  }

  /** Returns this delivery with a pace. */
  public Delivery withPace(int bytes) {
    return new Delivery(delay, bytes, framing, endAfter, ending);
  }

  /** Returns this delivery, broken off after this many bytes. */
  public Delivery brokenOff(long bytes, Ending how, Framing frame) {
    return new Delivery(delay, bytesPerSecond, frame, bytes, how);
  }

  /** Returns this delivery, broken off at another byte. */
  Delivery endingAfter(long bytes) {
    return new Delivery(delay, bytesPerSecond, framing, bytes, ending);
  }
}
