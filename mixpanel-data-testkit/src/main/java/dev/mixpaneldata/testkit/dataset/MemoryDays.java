package dev.mixpaneldata.testkit.dataset;

import dev.mixpaneldata.testkit.http.QuickGzipOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Days held in memory; each is compressed once, when it is first requested as gzip. */
final class MemoryDays implements EventDays {

  private final NavigableMap<LocalDate, byte[]> plain;
  private final Map<LocalDate, byte[]> gzip = new ConcurrentHashMap<>();

  MemoryDays(Map<LocalDate, byte[]> plain) {
    this.plain = Collections.unmodifiableNavigableMap(new TreeMap<>(plain));
  }

  @Override
  public NavigableSet<LocalDate> days() {
    return plain.navigableKeySet();
  }

  @Override
  public InputStream openPlain(LocalDate day) {
    return new ByteArrayInputStream(bytes(day));
  }

  @Override
  public InputStream openGzip(LocalDate day) {
    return new ByteArrayInputStream(compressed(day));
  }

  @Override
  public long gzipLength(LocalDate day) {
    return compressed(day).length;
  }

  @Override
  public boolean storedAsGzip() {
    return false;
  }

  private byte[] bytes(LocalDate day) {
    return Objects.requireNonNullElse(plain.get(day), new byte[0]);
  }

  private byte[] compressed(LocalDate day) {
    return gzip.computeIfAbsent(day, missing -> compress(bytes(missing)));
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 5 + 64);
    try (OutputStream out = new QuickGzipOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return compressed.toByteArray();
  }
}
