package dev.mixpaneldata.store;

import java.util.List;
import java.util.Optional;

/**
 * The local tables. Every method opens the database file for itself. All throw {@code
 * DATABASE_NOT_FOUND} where there is no file and {@code TABLE_NOT_FOUND} for an unknown name,
 * except {@link #info()} and {@link #list()}, for which no file is an empty database.
 */
public interface Tables {
  /** The database file and what is in it. */
  StoreInfo info();

  /** All tables, by name. */
  List<TableInfo> list();

  /** A table's columns. */
  TableSchema schema(String table);

  /** {@code rows} random rows; two calls differ. */
  SqlResult sample(String table, int rows);

  /** Statistics of every column. */
  TableSummary summarize(String table);

  /** Rows and users of each event name of an event table. */
  EventBreakdown breakdown(String table);

  /** The property names that occur, sorted; of one event only where {@code event} is given. */
  List<String> keys(String table, Optional<String> event);

  /**
   * Statistics of one column, or of a property written as {@code properties.name}, with its {@code
   * top} commonest values.
   */
  ColumnStatistics column(String table, String column, int top);

  /** Drops the tables, all or none. */
  void drop(List<String> tables);

  /** Drops all tables, or those of one type, and says which. */
  List<String> dropAll(Optional<TableType> type);

  /** Writes a table to a file, atomically. */
  ExportedFile export(TableExport export);
}
