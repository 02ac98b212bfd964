package dev.mixpaneldata.testkit.dataset;

import dev.mixpaneldata.testkit.http.QuickGzipOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Days that were there from the start, and events that were written since. Of written events with
 * the same key, the last one stays in the place of the first.
 */
public final class WrittenDays implements EventDays {

  private final EventDays start;
  private final TreeMap<LocalDate, Map<String, byte[]>> written = new TreeMap<>();
  private long version;

  /** Over days which nobody changes. */
  public WrittenDays(EventDays start) {
    this.start = start;
  }

  /**
   * Keeps an event.
   *
   * @param key what Mixpanel tells events apart by
   * @param line its line in an export, without a line feed
   */
  public synchronized void write(LocalDate day, String key, byte[] line) {
    written.computeIfAbsent(day, first -> new LinkedHashMap<>()).put(key, line);
    version++;
  }

  /** Grows with each event that is written. */
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized NavigableSet<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>(start.days());
    days.addAll(written.keySet());
    return days;
  }

  @Override
  public InputStream openPlain(LocalDate day) {
    Optional<byte[]> lines = linesOf(day);
    if (lines.isEmpty()) {
      return start.openPlain(day);
    }
    InputStream more = new ByteArrayInputStream(lines.get());
    return start.days().contains(day) ? new SequenceInputStream(start.openPlain(day), more) : more;
  }

  @Override
  public InputStream openGzip(LocalDate day) {
    return linesOf(day).isEmpty() ? start.openGzip(day) : new ByteArrayInputStream(compressed(day));
  }

  @Override
  public long gzipLength(LocalDate day) {
    return linesOf(day).isEmpty() ? start.gzipLength(day) : compressed(day).length;
  }

  @Override
  public boolean storedAsGzip() {
    return start.storedAsGzip();
  }

  private synchronized Optional<byte[]> linesOf(LocalDate day) {
    Map<String, byte[]> lines = written.get(day);
    if (lines == null) {
      return Optional.empty();
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream(lines.size() * 400);
    for (byte[] line : lines.values()) {
      joined.writeBytes(line);
      joined.write('\n');
    }
    return Optional.of(joined.toByteArray());
  }

  private byte[] compressed(LocalDate day) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream plain = openPlain(day);
        OutputStream out = new QuickGzipOutputStream(bytes)) {
      plain.transferTo(out);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
