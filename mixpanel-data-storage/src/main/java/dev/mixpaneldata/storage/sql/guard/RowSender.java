package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlRows;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a result as messages: {@link #COLUMNS}, any number of {@link #ROW}, then {@link #DONE}; or
 * {@link #FAILED} or {@link #NO_MEMORY} instead of the rest. The last message says whether the
 * process can take another statement.
 */
final class RowSender implements SqlRows {
  static final int COLUMNS = 'C';
  static final int ROW = 'R';
  static final int DONE = 'D';
  static final int FAILED = 'E';
  static final int NO_MEMORY = 'M';

  /** The operating system refused memory, rather than the engine's own accounting. */
  private static final Pattern REFUSED_MEMORY = Pattern.compile("Allocation failure|bad_alloc");

  private static final Pattern ANY_MEMORY = Pattern.compile("Out of Memory");

  private final DataOutputStream out;
  private final SqlLimits limits;
  private final RowBuffer buffer;
  private final DataOutputStream row;

  RowSender(DataOutputStream out, SqlLimits limits) {
    this.out = out;
    this.limits = limits;
    this.buffer = new RowBuffer(limits.rowMegabytes());
    this.row = new DataOutputStream(buffer);
  }

  @Override
  public void columns(List<SqlColumn> columns) {
    try {
      out.writeByte(COLUMNS);
      out.writeInt(columns.size());
      for (SqlColumn column : columns) {
        CellWriter.write(out, column.name());
        CellWriter.write(out, column.type());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(List<?> cells) {
    try {
      buffer.reset();
      for (Object cell : cells) {
        CellWriter.write(row, cell);
      }
      out.writeByte(ROW);
      buffer.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void done() throws IOException {
    out.writeByte(DONE);
    out.writeBoolean(Wear.isLittle(limits));
    out.flush();
  }

  void failed(MixpanelDataException failure) throws IOException {
    if (says(failure, REFUSED_MEMORY)) {
      out.writeByte(NO_MEMORY);
    } else {
      out.writeByte(FAILED);
      out.writeBoolean(!says(failure, ANY_MEMORY) && Wear.isLittle(limits));
      CellWriter.write(out, failure.code().name());
      CellWriter.write(out, String.valueOf(failure.getMessage()));
      CellWriter.write(out, failure.hint().orElse(null));
    }
    out.flush();
  }

  private static boolean says(Throwable failure, Pattern words) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (words.matcher(String.valueOf(t.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  /** A row in the making, refused if it grows too large. */
  private static final class RowBuffer extends ByteArrayOutputStream {
    private final int megabytes;

    RowBuffer(int megabytes) {
      this.megabytes = megabytes;
    }

    @Override
    public synchronized void write(int b) {
      require(1);
      super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      require(length);
      super.write(bytes, offset, length);
    }

    private void require(int more) {
      if (count + (long) more > megabytes * 1_000_000L) {
        throw new MixpanelDataException(
            ErrorCode.QUERY_FAILED,
            "A row of this query has more than the " + megabytes + " MB that a row may have.",
            "Select fewer columns or parts of long texts, or unnest lists into rows.");
      }
    }
  }
}
