package dev.mixpaneldata.mcp.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A buffer of bytes that arrive in pieces. */
final class GrowingBytes extends ByteArrayOutputStream {
  void append(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.get(bytes);
    writeBytes(bytes);
  }

  /** Returns the bytes so far, without copying them. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(buf, 0, count);
  }
}
