package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Identifiers;
import java.util.function.Supplier;
import org.duckdb.DuckDBColumnType;

/**
 * A column of a staging table.
 *
 * @param name its name
 * @param tableType its type in the table, with its compression if that is chosen here
 * @param sourceType the type in which the table function gives it
 * @param conversion turns the one into the other; {@code %s} is the column
 * @param isWork whether it only serves the load and is dropped from the finished table
 * @param writer makes the writer that fills it, one for each thread
 */
record StagingColumn(
    String name,
    String tableType,
    DuckDBColumnType sourceType,
    String conversion,
    boolean isWork,
    Supplier<ColumnWriter> writer) {
  /** Returns a column of the finished table, given as text and compressed as the engine likes. */
  static StagingColumn text(String name, Supplier<ColumnWriter> writer) {
    return new StagingColumn(name, "VARCHAR", DuckDBColumnType.VARCHAR, "%s", false, writer);
  }

  /**
   * Returns a text column of the finished table whose compression is known beforehand. This spares
   * the engine from trying all of them: a twentieth of a load.
   */
  static StagingColumn text(String name, String compression, Supplier<ColumnWriter> writer) {
    String type = "VARCHAR USING COMPRESSION " + compression;
    return new StagingColumn(name, type, DuckDBColumnType.VARCHAR, "%s", false, writer);
  }

  /** Returns a column that only serves the load. */
  static StagingColumn work(String name, DuckDBColumnType type, Supplier<ColumnWriter> writer) {
    return new StagingColumn(name, type.name(), type, "%s", true, writer);
  }

  String quotedName() {
    return Identifiers.quote(name);
  }

  String definition() {
    return quotedName() + " " + tableType;
  }

  String selection() {
    return conversion.formatted(quotedName());
  }
}
