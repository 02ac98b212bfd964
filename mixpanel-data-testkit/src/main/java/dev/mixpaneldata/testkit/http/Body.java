package dev.mixpaneldata.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The body of an answer, which is opened once and streamed.
 *
 * @param length the number of bytes of the gzip source, or of the plain one if there is no gzip;
 *     empty if it is unknown beforehand
 * @param plain opens the plain bytes
 * @param gzip opens the same bytes as gzip, of one or more members, where they are at hand
 */
public record Body(OptionalLong length, Source plain, Optional<Source> gzip) {

  /** A source that opens a stream of bytes. */
  @FunctionalInterface
  public interface Source {
    /** Opens the bytes from their start; the caller closes the stream. */
    InputStream open() throws IOException;
  }

  /** Returns a body of plain bytes. */
  public static Body of(byte[] bytes) {
    return new Body(
        OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes), Optional.empty());
  }

  /** Returns a body of text in UTF-8. */
  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a body of plain bytes of unknown length. */
  public static Body streamed(Source plain) {
    return new Body(OptionalLong.empty(), plain, Optional.empty());
  }

  /**
   * Returns a body of bytes that are gzip already. The plain ones are opened apart, because the
   * JDK's {@code GZIPInputStream} takes a pause between two members for the end.
   */
  public static Body gzipped(long length, Source gzip, Source plain) {
    return new Body(OptionalLong.of(length), plain, Optional.of(gzip));
  }

  /** Returns all plain bytes, in memory. */
  public byte[] plainBytes() {
    try (InputStream in = plain.open()) {
      return in.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
