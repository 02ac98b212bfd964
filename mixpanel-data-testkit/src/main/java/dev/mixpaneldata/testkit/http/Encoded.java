package dev.mixpaneldata.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A body in its encoding on the wire.
 *
 * @param gzip whether the response has {@code Content-Encoding: gzip}
 * @param length the number of bytes to write; empty if unknown beforehand
 * @param writer writes these bytes
 */
record Encoded(boolean gzip, OptionalLong length, Writer writer) {

  /** The size above which Mixpanel compresses bodies. */
  private static final int SMALLEST_GZIP = 1400;

  /** Less than the writer's buffer, so that the last bytes always wait there. */
  private static final int BUFFER = 1 << 15;

  /** A writer of a body. */
  @FunctionalInterface
  interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Compresses, passes through or decompresses the body, depending on the client and the body's
   * size.
   */
  static Encoded of(Body body, boolean acceptsGzip) throws IOException {
    if (!acceptsGzip) {
      OptionalLong length = body.gzip().isPresent() ? OptionalLong.empty() : body.length();
      return new Encoded(false, length, out -> copy(body.plain().open(), out));
    }
    Optional<Body.Source> gzip = body.gzip();
    if (gzip.isPresent()) {
      return new Encoded(true, body.length(), out -> copy(gzip.get().open(), out));
    }
    InputStream in = body.plain().open();
    byte[] head = in.readNBytes(SMALLEST_GZIP + 1);
    if (head.length <= SMALLEST_GZIP) {
      in.close();
      return of(false, head);
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
    return new Encoded(true, OptionalLong.empty(), out -> compress(whole, out));
  }

  /** Returns a body of these bytes. */
  static Encoded of(boolean gzip, byte[] bytes) {
    return new Encoded(gzip, OptionalLong.of(bytes.length), out -> out.write(bytes));
  }

  /** Returns all bytes, in memory. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.writeTo(bytes);
    return bytes.toByteArray();
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    try (in) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    }
  }

  private static void compress(InputStream in, OutputStream out) throws IOException {
    QuickGzipOutputStream gzip = new QuickGzipOutputStream(out);
    copy(in, gzip);
    gzip.finish();
  }
}
