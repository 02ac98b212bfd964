package dev.mixpaneldata.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream, without their ends. Of a line that is longer than any event may be, the
 * beginning, which is enough to say so. For one thread.
 */
final class EventLines {
  private static final int LONGEST = EventLimits.EVENT_BYTES + 1;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int end;

  EventLines(InputStream in) {
    this.in = in;
  }

  /** The next line that is not blank; null at the end. */
  byte @Nullable [] next() throws IOException {
    while (true) {
      byte[] line = line();
      if (line == null || !isBlank(line)) {
        return line;
      }
    }
  }

  private byte @Nullable [] line() throws IOException {
    byte[] line = new byte[0];
    boolean any = false;
    while (position < end || fill()) {
      any = true;
      int stop = position;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      line = plus(line, stop);
      boolean ended = stop < end;
      position = ended ? stop + 1 : stop;
      if (ended) {
        return line;
      }
    }
    return any ? line : null;
  }

  private byte[] plus(byte[] line, int stop) {
    int taken = Math.min(stop - position, LONGEST - line.length);
    byte[] longer = Arrays.copyOf(line, line.length + taken);
    System.arraycopy(buffer, position, longer, line.length, taken);
    return longer;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
