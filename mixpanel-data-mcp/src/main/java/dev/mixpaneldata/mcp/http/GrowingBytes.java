package dev.mixpaneldata.mcp.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bytes that come in pieces. */
final class GrowingBytes extends ByteArrayOutputStream {
  void append(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    writeBytes(bytes);
  }

  /** What has come so far, without copying it. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(buf, 0, count);
  }
}
