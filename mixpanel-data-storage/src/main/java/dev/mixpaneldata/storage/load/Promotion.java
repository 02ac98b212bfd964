package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.store.spi.PromotedColumn;
import java.util.concurrent.atomic.LongAdder;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * A property that gets a column of its own, and the count of the values that do not fit there. A
 * value fits if the column holds exactly what the property holds; all others are NULL in the
 * column. Safe for many threads.
 */
final class Promotion {
  private final String property;
  private final String column;
  private final PromotedType type;
  private final LongAdder misfits = new LongAdder();
  private final LongAdder nulls = new LongAdder();

  Promotion(String property, String column, PromotedType type) {
    this.property = property;
    this.column = column;
    this.type = type;
  }

  /** Returns the promotion that made a column of an existing table. */
  static Promotion of(CatalogColumn column) {
    return new Promotion(column.property(), column.column(), PromotedType.valueOf(column.type()));
  }

  /** Returns the promotion that makes a column of a new table. */
  static Promotion of(PromotedColumn column) {
    return new Promotion(column.property(), column.column(), PromotedType.valueOf(column.type()));
  }

  String property() {
    return property;
  }

  PromotedType type() {
    return type;
  }

  /** Returns the column with the counts of this load. */
  CatalogColumn counted() {
    return new CatalogColumn(property, column, type.name(), misfits.sum(), nulls.sum());
  }

  StagingColumn stagingColumn(int slot) {
    if (type == PromotedType.VARCHAR) {
      // Promoted properties have few different texts.
      return StagingColumn.text(
          column, "dictionary", () -> TextWriter.of(line -> text(line, slot)));
    }
    return new StagingColumn(
        column,
        type.name(),
        type.columnType(),
        "%s",
        false,
        () -> NumberWriter.of((vector, row, line) -> write(vector, row, line, slot)));
  }

  private byte @Nullable [] text(PartReader line, int slot) {
    if (!line.hasValue(slot)) {
      countNull(line, slot);
      return null;
    }
    if (line.scanner().kind(slot) != ValueKind.STRING) {
      misfits.increment();
      return null;
    }
    return line.string(slot);
  }

  private void write(DuckDBWritableVector vector, int row, PartReader line, int slot) {
    if (!line.hasValue(slot)) {
      countNull(line, slot);
      vector.setNull(row);
    } else if (!writeFitting(vector, row, line, slot)) {
      misfits.increment();
      vector.setNull(row);
    }
  }

  private void countNull(PartReader line, int slot) {
    if (line.scanner().has(slot)) {
      nulls.increment();
    }
  }

  private boolean writeFitting(DuckDBWritableVector vector, int row, PartReader line, int slot) {
    LineScanner scanner = line.scanner();
    return switch (type) {
      case VARCHAR -> false;
      case BOOLEAN -> {
        boolean fits = scanner.kind(slot) == ValueKind.BOOLEAN;
        if (fits) {
          vector.setBoolean(row, line.buffer()[scanner.start(slot)] == 't');
        }
        yield fits;
      }
      case BIGINT -> {
        boolean fits = line.isLong(slot) && !isNegativeZero(line, slot);
        if (fits) {
          vector.setLong(row, line.longValue(slot));
        }
        yield fits;
      }
      case DOUBLE -> scanner.kind(slot) == ValueKind.NUMBER && writeDouble(vector, row, line, slot);
    };
  }

  private static boolean writeDouble(
      DuckDBWritableVector vector, int row, PartReader line, int slot) {
    int start = line.scanner().start(slot);
    int end = line.scanner().end(slot);
    double value = JsonNumber.doubleValue(line.buffer(), start, end);
    boolean fits =
        JsonNumber.isInteger(line.buffer(), start, end)
            ? JsonNumber.fitsLong(line.buffer(), start, end)
                && line.longValue(slot) >= -JsonNumber.MAX_EXACT_DOUBLE
                && line.longValue(slot) <= JsonNumber.MAX_EXACT_DOUBLE
            : Double.isFinite(value);
    if (fits) {
      vector.setDouble(row, value);
    }
    return fits;
  }

  private static boolean isNegativeZero(PartReader line, int slot) {
    return line.buffer()[line.scanner().start(slot)] == '-' && line.longValue(slot) == 0;
  }
}
