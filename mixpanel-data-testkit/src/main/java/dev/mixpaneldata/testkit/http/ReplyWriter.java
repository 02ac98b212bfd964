package dev.mixpaneldata.testkit.http;

import dev.mixpaneldata.testkit.http.Delivery.Framing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** A writer of replies to one connection: compression, headers, framing and scripted endings. */
final class ReplyWriter {

  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final CountDownLatch closing;

  ReplyWriter(OutputStream out, CountDownLatch closing) {
    this.out = out;
    this.closing = closing;
  }

  /**
   * Sends the whole reply. Throws {@link PacedOutputStream.BrokenOff} if the reply is to end early.
   */
  void write(Reply reply, boolean acceptsGzip, boolean close) throws IOException {
    Encoded encoded = Encoded.of(reply.answer().body(), acceptsGzip);
    if (reply.rewrite() != Reply.AS_IS) {
      encoded = Encoded.of(encoded.gzip(), reply.rewrite().apply(encoded.bytes()));
    }
    Delivery delivery = reply.delivery();
    if (delivery.framing() == Framing.LENGTH && encoded.length().isEmpty()) {
      encoded = Encoded.of(encoded.gzip(), encoded.bytes());
    }
    if (delivery.endAfter() != Long.MAX_VALUE && encoded.length().isPresent()) {
      // A body shorter than the break still has to end early, or the client would see it whole.
      long lastByte = Math.max(0, encoded.length().getAsLong() - 1);
      delivery = delivery.endingAfter(Math.min(delivery.endAfter(), lastByte));
    }
    boolean chunked = delivery.framing() == Framing.CHUNKED || encoded.length().isEmpty();
    OptionalLong length = chunked ? OptionalLong.empty() : encoded.length();
    out.write(head(reply.answer(), encoded.gzip(), length, close));
    // Headers go out on their own only when the body may be slow: one packet is faster.
    if (!delivery.equals(Delivery.PROMPT)) {
      out.flush();
    }
    writeBody(encoded, delivery, chunked, reply.done());
    out.flush();
  }

  private void writeBody(Encoded encoded, Delivery delivery, boolean chunked, Runnable done)
      throws IOException {
    ChunkedOutputStream chunks = new ChunkedOutputStream(out);
    PacedOutputStream paced = new PacedOutputStream(chunked ? chunks : out, delivery, closing);
    BufferedOutputStream buffered = new BufferedOutputStream(paced, BUFFER);
    encoded.writer().writeTo(buffered);
    if (delivery.equals(Delivery.PROMPT)) {
      // Before the last bytes: a client that has all of them must not count as running.
      done.run();
    }
    buffered.flush();
    if (delivery.endAfter() != Long.MAX_VALUE) {
      throw new PacedOutputStream.BrokenOff();
    }
    if (chunked) {
      chunks.finish();
    }
  }

  private static byte[] head(Answer answer, boolean gzip, OptionalLong length, boolean close) {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    answer.headers().forEach((name, value) -> line(head, name, value));
    if (gzip) {
      line(head, "Content-Encoding", "gzip");
    }
    if (length.isPresent()) {
      line(head, "Content-Length", Long.toString(length.getAsLong()));
    } else {
      line(head, "Transfer-Encoding", "chunked");
    }
    if (close) {
      line(head, "Connection", "close");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
