package dev.mixpaneldata.storage.load;

import java.util.Arrays;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Gathers a chunk's texts, as the driver takes many at once far faster than one by one. */
final class TextWriter implements ColumnWriter {
  /** Finds a line's text. */
  @FunctionalInterface
  interface Source {
    /** The text as UTF-8, or null. */
    byte @Nullable [] text(PartReader line);
  }

  /**
   * The number of bytes to hand over at once. The driver joins the texts in one array of that size;
   * below half of the smallest heap region of G1 it stays an ordinary young object.
   */
  private static final int BATCH_BYTES = 256 << 10;

  private final Source source;
  private byte[] @Nullable [] texts = {};
  private @Nullable DuckDBWritableVector vector;

  private TextWriter(Source source) {
    this.source = source;
  }

  static ColumnWriter of(Source source) {
    return new TextWriter(source);
  }

  @Override
  public void begin(DuckDBWritableVector newVector) {
    vector = newVector;
    if (texts.length < newVector.rowCount()) {
      texts = new byte[(int) newVector.rowCount()][];
    }
  }

  @Override
  public void write(int row, PartReader line) {
    texts[row] = source.text(line);
  }

  @Override
  public void flush(int rows) {
    int from = 0;
    long bytes = 0;
    for (int row = 0; row < rows; row++) {
      byte[] text = texts[row];
      bytes += text == null ? 0 : text.length;
      if (bytes >= BATCH_BYTES) {
        handOver(from, row + 1);
        from = row + 1;
        bytes = 0;
      }
    }
    handOver(from, rows);
  }

  private void handOver(int from, int to) {
    DuckDBWritableVector target = vector;
    if (target != null && to > from) {
      target.setStringUtf8Batch(from, Arrays.copyOfRange(texts, from, to));
      Arrays.fill(texts, from, to, null);
    }
  }
}
