package dev.mixpaneldata.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream of HTTP/1.1 chunks: each write is one chunk; {@link #finish()} sends the last, empty
 * one.
 */
final class ChunkedOutputStream extends OutputStream {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final OutputStream out;

  ChunkedOutputStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes, offset, length);
      out.write(LINE_END);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  void finish() throws IOException {
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }
}
