package dev.mixpaneldata.spark;

import dev.mixpaneldata.storage.shard.RowSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The rows of one partition. For one thread. */
final class SparkRows implements RowSource {
  private static final long MICROS = 1_000_000;

  private final Iterator<Row> rows;
  private Row row = RowFactory.create();

  SparkRows(Iterator<Row> rows) {
    this.rows = rows;
  }

  @Override
  public boolean next() {
    boolean has = rows.hasNext();
    if (has) {
      row = rows.next();
    }
    return has;
  }

  @Override
  public boolean isNull(int column) {
    return row.isNullAt(column);
  }

  @Override
  public byte @Nullable [] text(int column) {
    return (byte[]) row.get(column);
  }

  @Override
  public long whole(int column) {
    Object value = row.get(column);
    if (value instanceof LocalDateTime time) {
      return time.toEpochSecond(ZoneOffset.UTC) * MICROS + time.getNano() / 1000;
    }
    return (Long) value;
  }

  @Override
  public double number(int column) {
    return row.getDouble(column);
  }

  @Override
  public boolean truth(int column) {
    return row.getBoolean(column);
  }
}
