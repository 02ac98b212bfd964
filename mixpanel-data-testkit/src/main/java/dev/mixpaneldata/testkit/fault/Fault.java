package dev.mixpaneldata.testkit.fault;

import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Body;
import dev.mixpaneldata.testkit.http.Delivery;
import dev.mixpaneldata.testkit.http.Delivery.Ending;
import dev.mixpaneldata.testkit.http.Delivery.Framing;
import dev.mixpaneldata.testkit.http.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fault of one answer. Immutable; script it with {@link Faults}.
 *
 * <p>An answer can be damaged in four places, in this order: the answer is replaced; its text is
 * changed before compression; its bytes are changed after compression; its delivery to the client
 * is disturbed. Faults of the third kind need a client that accepts gzip and a body of more than
 * 1400 bytes, or they change nothing. Counts of bytes are of the body alone, as sent.
 */
public final class Fault {

  private static final Fault NOTHING =
      new Fault(Optional.empty(), Reply.AS_IS, Reply.AS_IS, UnaryOperator.identity());

  private static final String HOUR_USED_UP =
      "{\"request\":\"/api/2.0/export\",\"error\":\"Query rate limit exceeded for project_id: 1. "
          + "0/5 queries running concurrently and 61/60 queries running in the last hour. "
          + "For more information, see https://developer.mixpanel.com/reference/rate-limits\"}";

  private final Optional<Answer> replacement;
  private final UnaryOperator<byte[]> text;
  private final UnaryOperator<byte[]> wire;
  private final UnaryOperator<Delivery> delivery;

  private Fault(
      Optional<Answer> replacement,
      UnaryOperator<byte[]> text,
      UnaryOperator<byte[]> wire,
      UnaryOperator<Delivery> delivery) {
    this.replacement = replacement;
    this.text = text;
    this.wire = wire;
    this.delivery = delivery;
  }

  /**
   * Returns a fault that answers with another status, such as 402, 412 or 503, and a short JSON
   * error.
   */
  public static Fault status(int status) {
    return status(status, "{\"error\":\"Scripted status " + status + "\"}", Map.of());
  }

  /**
   * Returns a fault that answers with another status, body and headers; JSON if the body starts
   * with a brace.
   */
  public static Fault status(int status, String body, Map<String, String> headers) {
    Answer answer = body.startsWith("{") ? Answer.json(status, body) : Answer.text(status, body);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    return replaced(answer);
  }

  /**
   * Returns a fault that answers 429 with Mixpanel's counters, which show the hour as used up, and
   * no {@code Retry-After}.
   */
  public static Fault tooManyRequests() {
    return status(429, HOUR_USED_UP, Map.of());
  }

  /**
   * Returns a fault that answers 429 as {@link #tooManyRequests()}, with {@code Retry-After} in
   * whole seconds.
   */
  public static Fault tooManyRequests(Duration retryAfter) {
    return status(429, HOUR_USED_UP, Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /** Returns a fault that answers 200 with an error as the whole body. */
  public static Fault errorWithStatusOk(String message) {
    String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return status(200, "{\"error\":\"" + escaped + "\"}", Map.of());
  }

  /** Returns a fault that answers 200 with a page of HTML, as proxies and portals do. */
  public static Fault html() {
    String page = "<!DOCTYPE html>\n<html><body><h1>Service unavailable</h1></body></html>\n";
    return replaced(new Answer(200, Map.of("Content-Type", "text/html"), Body.of(page)));
  }

  /** Returns a fault that waits before the headers. */
  public static Fault delay(Duration wait) {
    return disturbed(delivery -> delivery.withDelay(wait));
  }

  /** Returns a fault that sends the body at this many bytes a second. */
  public static Fault trickle(int bytesPerSecond) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytesPerSecond must be positive: " + bytesPerSecond);
    }
    return disturbed(delivery -> delivery.withPace(bytesPerSecond));
  }

  /**
   * Returns a fault that stops after this many bytes, until the client gives up or the fake is
   * closed.
   */
  public static Fault stall(long afterBytes) {
    return brokenOff(afterBytes, Ending.STALL, Framing.AUTOMATIC);
  }

  /** Returns a fault that resets the TCP connection after this many bytes. */
  public static Fault reset(long afterBytes) {
    return brokenOff(afterBytes, Ending.RESET, Framing.AUTOMATIC);
  }

  /**
   * Returns a fault that ends the chunks after this many bytes, without the empty chunk that ends a
   * body.
   */
  public static Fault cutChunks(long afterBytes) {
    return brokenOff(afterBytes, Ending.CLOSE, Framing.CHUNKED);
  }

  /** Returns a fault whose {@code Content-Length} promises more than the bytes that are sent. */
  public static Fault cutLength(long afterBytes) {
    return brokenOff(afterBytes, Ending.CLOSE, Framing.LENGTH);
  }

  /**
   * Returns a fault that ends the body cleanly for HTTP after this many of its bytes, amid the gzip
   * stream.
   */
  public static Fault cutBytes(int afterBytes) {
    return damaged(bytes -> GzipDamage.cut(bytes, afterBytes));
  }

  /** Returns a fault that sends sound gzip of a text cut after this many plain bytes. */
  public static Fault cutText(int afterBytes) {
    return rewritten(bytes -> GzipDamage.cut(bytes, afterBytes));
  }

  /** Returns a fault that sends gzip with a wrong checksum at its end. */
  public static Fault wrongChecksum() {
    return damaged(GzipDamage::wrongChecksum);
  }

  /** Returns a fault that sends gzip with damaged bytes in its middle. */
  public static Fault corruptGzip() {
    return damaged(GzipDamage::corrupt);
  }

  /**
   * Returns a fault that ends cleanly after this many lines, with {@code terminated early} on a
   * line of its own.
   */
  public static Fault terminatedEarly(int afterLines) {
    return rewritten(bytes -> TextDamage.ended(bytes, afterLines, 0, "terminated early"));
  }

  /**
   * Returns a fault that ends cleanly with {@code terminated early} glued to the first half of the
   * next record.
   */
  public static Fault terminatedEarlyInRecord(int afterLines) {
    return rewritten(bytes -> TextDamage.ended(bytes, afterLines, 0.5, "terminated early"));
  }

  /**
   * Returns a fault that ends with the older text, {@code export terminated early}, on a line of
   * its own.
   */
  public static Fault exportTerminatedEarly(int afterLines) {
    return rewritten(bytes -> TextDamage.ended(bytes, afterLines, 0, "export terminated early"));
  }

  /** Returns a fault that ends cleanly after this many lines and the beginning of a JSON error. */
  public static Fault errorTail(int afterLines) {
    return rewritten(bytes -> TextDamage.ended(bytes, afterLines, 0, "{\"error\":\"Internal ser"));
  }

  /** Returns a fault that adds a line in the middle that is not JSON. */
  public static Fault undecodableLine() {
    return rewritten(TextDamage::withUndecodableLine);
  }

  /**
   * Returns a fault that adds an event in the middle, with half a surrogate pair as an escape in a
   * text.
   */
  public static Fault loneSurrogate() {
    return rewritten(TextDamage::withLoneSurrogate);
  }

  /** Returns a fault that adds an event in the middle, with bytes in a text that are not UTF-8. */
  public static Fault invalidUtf8() {
    return rewritten(TextDamage::withInvalidUtf8);
  }

  /** Returns a fault that breaks the record in the middle in two by a line feed. */
  public static Fault brokenRecord() {
    return rewritten(TextDamage::withBrokenRecord);
  }

  /**
   * Returns both faults. If they meet, this one comes first; a replacement by the other one wins.
   */
  public Fault and(Fault other) {
    return new Fault(
        other.replacement.or(() -> replacement),
        chained(text, other.text),
        chained(wire, other.wire),
        value -> other.delivery.apply(delivery.apply(value)));
  }

  /** Returns the answer that replaces the true one. */
  public Optional<Answer> replacement() {
    return replacement;
  }

  /** Returns the reply as the client is to get it. */
  public Reply applyTo(Reply reply) {
    Answer answer = reply.answer();
    if (text != Reply.AS_IS) {
      answer = answer.withBody(Body.of(text.apply(answer.body().plainBytes())));
    }
    return new Reply(answer, wire, delivery.apply(reply.delivery()), reply.done());
  }

  private static Fault replaced(Answer answer) {
    return new Fault(Optional.of(answer), NOTHING.text, NOTHING.wire, NOTHING.delivery);
  }

  private static Fault rewritten(UnaryOperator<byte[]> change) {
    return new Fault(Optional.empty(), change, NOTHING.wire, NOTHING.delivery);
  }

  private static Fault damaged(UnaryOperator<byte[]> change) {
    return new Fault(Optional.empty(), NOTHING.text, change, NOTHING.delivery);
  }

  private static Fault disturbed(UnaryOperator<Delivery> change) {
    return new Fault(Optional.empty(), NOTHING.text, NOTHING.wire, change);
  }

  private static Fault brokenOff(long afterBytes, Ending ending, Framing framing) {
    return disturbed(delivery -> delivery.brokenOff(afterBytes, ending, framing));
  }

  /** Keeps the mark for "nothing to do", so that bodies are not collected in memory for it. */
  private static UnaryOperator<byte[]> chained(
      UnaryOperator<byte[]> first, UnaryOperator<byte[]> second) {
    if (first == Reply.AS_IS) {
      return second;
    }
    return second == Reply.AS_IS ? first : bytes -> second.apply(first.apply(bytes));
  }
}
