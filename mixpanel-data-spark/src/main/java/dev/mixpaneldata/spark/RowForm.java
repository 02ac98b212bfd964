package dev.mixpaneldata.spark;

import dev.mixpaneldata.storage.shard.ShardColumn;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The types of rows in Spark: as Parquet files have them, and on their way, where texts are bytes,
 * which neither side has to decode, and times are microseconds.
 */
final class RowForm {
  private RowForm() {}

  /** Returns the form of the files. */
  static StructType stored(List<ShardColumn> columns) {
    StructType type = new StructType();
    for (ShardColumn column : columns) {
      type =
          type.add(
              column.name(),
              switch (column.type()) {
                case VARCHAR -> DataTypes.StringType;
                case TIMESTAMP -> DataTypes.TimestampNTZType;
                case BIGINT -> DataTypes.LongType;
                case DOUBLE -> DataTypes.DoubleType;
                case BOOLEAN -> DataTypes.BooleanType;
              });
    }
    return type;
  }

  /** Returns a stored column in the form that tasks read. */
  static Column read(Column stored, ShardColumn column) {
    return switch (column.type()) {
      case VARCHAR -> stored.cast(DataTypes.BinaryType);
      default -> stored;
    };
  }

  /** Returns the form of rows between tasks. */
  static StructType travelling(List<ShardColumn> columns) {
    StructType type = new StructType();
    for (ShardColumn column : columns) {
      type = type.add(column.name(), travelling(column));
    }
    return type;
  }

  private static DataType travelling(ShardColumn column) {
    return switch (column.type()) {
      case VARCHAR -> DataTypes.BinaryType;
      case TIMESTAMP, BIGINT -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
    };
  }
}
