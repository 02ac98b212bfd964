package dev.mixpaneldata.export;

import dev.mixpaneldata.internal.Reason;
import dev.mixpaneldata.internal.line.LineReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The events of a stream of lines. Reads one line ahead to know the end of the stream in time. */
final class EventLines<T> implements Iterator<T>, AutoCloseable {
  /** Decodes the reader's current line; fails if it is not an event. */
  @FunctionalInterface
  interface Decoder<T> {
    T decode(LineReader line);
  }

  private final LineReader lines;
  private final Decoder<T> decoder;
  private @Nullable T next;
  private boolean ended;

  EventLines(LineReader lines, Decoder<T> decoder) {
    this.lines = lines;
    this.decoder = decoder;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        if (lines.next()) {
          next = decoder.decode(lines);
        } else {
          ended = true;
        }
      } catch (IOException e) {
        throw Export.incomplete(Reason.of(e), e);
      }
    }
    return next != null;
  }

  @Override
  public T next() {
    T current = hasNext() ? next : null;
    if (current == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return current;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      // All that was read is complete; how the connection ends does not matter.
    }
  }
}
