package dev.mixpaneldata.export;

import dev.mixpaneldata.internal.Reason;
import dev.mixpaneldata.internal.line.LineReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads one line ahead, so that the end of the stream is known when it is asked for. */
final class EventLines<T> implements Iterator<T>, AutoCloseable {
  /** Makes something of the line that the reader is at; fails for a line that is no event. */
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
      // What was read is whole; how the rest of the connection ends does not matter.
    }
  }
}
