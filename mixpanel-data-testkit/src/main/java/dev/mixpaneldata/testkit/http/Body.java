package dev.mixpaneldata.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * The body of an answer: opened once, streamed.
 *
 * @param gzipped whether the source yields gzip bytes (one or more members) instead of plain ones
 * @param length how many bytes the source yields; empty when that is not known beforehand
 * @param source opens the bytes
 */
public record Body(boolean gzipped, OptionalLong length, Source source) {

  /** Opens a stream of bytes. */
  @FunctionalInterface
  public interface Source {
    /** The bytes from their start; the caller closes them. */
    InputStream open() throws IOException;
  }

  /** Plain bytes. */
  public static Body of(byte[] bytes) {
    return new Body(false, OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
  }

  /** Text as UTF-8. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Plain bytes of unknown length. */
  public static Body streamed(Source source) {
    return new Body(false, OptionalLong.empty(), source);
  }

  /** Bytes which are gzip already. */
  public static Body gzipped(long length, Source source) {
    return new Body(true, OptionalLong.of(length), source);
  }

  /** The plain bytes, whatever the source yields. */
  public InputStream openPlain() throws IOException {
    return gzipped ? new GZIPInputStream(source.open(), 65_536) : source.open();
  }

  /** All plain bytes, in memory. */
  public byte[] plainBytes() {
    try (InputStream in = openPlain()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
