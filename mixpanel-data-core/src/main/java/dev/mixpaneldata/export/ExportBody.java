package dev.mixpaneldata.export;

import java.io.IOException;
import java.io.InputStream;

/**
 * The body of an export answer as it arrives.
 *
 * @param stream the bytes on the wire
 * @param gzip whether they are gzip
 */
public record ExportBody(InputStream stream, boolean gzip) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    stream.close();
  }
}
