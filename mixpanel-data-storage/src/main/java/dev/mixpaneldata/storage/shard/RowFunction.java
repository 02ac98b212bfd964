package dev.mixpaneldata.storage.shard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/** Gives the engine the rows of sources, which are lent to it by number. */
final class RowFunction
    implements DuckDBTableFunction<RowFunction.Lent, RowFunction.Lent, RowFunction.Lent> {
  static final String NAME = "shard_source";

  /** The number of texts to hand over at once: the driver joins them in one array. */
  private static final int TEXTS = 256;

  private static final Map<Long, Lent> LENT = new ConcurrentHashMap<>();
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Rows and their columns. */
  record Lent(RowSource rows, List<ShardColumn> columns) {}

  /** Lends rows to the engine, and returns the number that {@link #giveBack} takes. */
  static long lend(RowSource rows, List<ShardColumn> columns) {
    long number = NUMBERS.incrementAndGet();
    LENT.put(number, new Lent(rows, columns));
    return number;
  }

  static void giveBack(long number) {
    LENT.remove(number);
  }

  @Override
  public Lent bind(DuckDBTableFunctionBindInfo info) {
    Lent lent = Objects.requireNonNull(LENT.get(info.getParameter(0).getLong()));
    for (ShardColumn column : lent.columns()) {
      info.addResultColumn(column.name(), column.type().engineType());
    }
    return lent;
  }

  @Override
  public Lent init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return info.getBindData();
  }

  @Override
  public Lent localInit(DuckDBTableFunctionInitInfo info) {
    return info.getBindData();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
    Lent lent = info.getBindData();
    List<ShardColumn> columns = lent.columns();
    int capacity = (int) chunk.capacity();
    DuckDBWritableVector[] vectors = new DuckDBWritableVector[columns.size()];
    byte[][][] texts = new byte[columns.size()][][];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = chunk.vector(i);
      texts[i] = columns.get(i).type() == ColumnType.VARCHAR ? new byte[capacity][] : new byte[0][];
    }
    int row = 0;
    while (row < capacity && lent.rows().next()) {
      for (int i = 0; i < vectors.length; i++) {
        if (texts[i].length > 0) {
          texts[i][row] = lent.rows().text(i);
        } else {
          write(vectors[i], columns.get(i).type(), lent.rows(), i, row);
        }
      }
      row++;
    }
    for (int i = 0; i < vectors.length; i++) {
      for (int from = 0; texts[i].length > 0 && from < row; from += TEXTS) {
        vectors[i].setStringUtf8Batch(
            from, Arrays.copyOfRange(texts[i], from, Math.min(row, from + TEXTS)));
      }
    }
    return row;
  }

  private static void write(
      DuckDBWritableVector vector, ColumnType type, RowSource rows, int column, int row) {
    if (rows.isNull(column)) {
      vector.setNull(row);
      return;
    }
    switch (type) {
      case DOUBLE -> vector.setDouble(row, rows.number(column));
      case BOOLEAN -> vector.setBoolean(row, rows.truth(column));
      default -> vector.setLong(row, rows.whole(column));
    }
  }
}
