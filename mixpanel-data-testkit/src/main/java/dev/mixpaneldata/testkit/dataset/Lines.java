package dev.mixpaneldata.testkit.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Splits bytes at line feeds, and at nothing else. Used by one thread. */
public final class Lines implements AutoCloseable {

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

  /** Over a stream which is closed with this. */
  public Lines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line without its line feed; nothing at the end. */
  public Optional<byte[]> next() throws IOException {
    line.reset();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return Optional.of(line.toByteArray());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
