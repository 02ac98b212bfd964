package dev.mixpaneldata.spark;

import dev.mixpaneldata.storage.shard.ShardColumn;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The rows of an engine on their way through Spark. For one thread. */
final class NarrowedRows implements Iterator<Row> {
  private static final long MICROS = 1_000_000;

  private final ResultSet rows;
  private final List<ShardColumn> columns;
  private boolean isRead;
  private boolean has;

  NarrowedRows(ResultSet rows, List<ShardColumn> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public boolean hasNext() {
    try {
      if (!isRead) {
        has = rows.next();
        isRead = true;
      }
      return has;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isRead = false;
    @Nullable Object[] values = new Object[columns.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(i);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return RowFactory.create(values);
  }

  private @Nullable Object value(int column) throws SQLException {
    int index = column + 1;
    return switch (columns.get(column).type()) {
      case VARCHAR -> {
        String text = rows.getString(index);
        yield text == null ? null : text.getBytes(StandardCharsets.UTF_8);
      }
      case TIMESTAMP -> {
        LocalDateTime time = rows.getObject(index, LocalDateTime.class);
        yield time == null
            ? null
            : time.toEpochSecond(ZoneOffset.UTC) * MICROS + time.getNano() / 1000;
      }
      case BIGINT -> orNull(rows.getLong(index));
      case DOUBLE -> orNull(rows.getDouble(index));
      case BOOLEAN -> orNull(rows.getBoolean(index));
    };
  }

  private @Nullable Object orNull(Object value) throws SQLException {
    return rows.wasNull() ? null : value;
  }
}
