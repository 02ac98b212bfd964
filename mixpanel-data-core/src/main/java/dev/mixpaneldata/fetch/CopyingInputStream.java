package dev.mixpaneldata.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** An input stream that copies and counts the bytes read from it. */
final class CopyingInputStream extends FilterInputStream {
  private final OutputStream copy;
  private final LongConsumer meter;

  CopyingInputStream(InputStream body, OutputStream copy, LongConsumer meter) {
    super(body);
    this.copy = copy;
    this.meter = meter;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      copy.write(target, offset, read);
      meter.accept(read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
