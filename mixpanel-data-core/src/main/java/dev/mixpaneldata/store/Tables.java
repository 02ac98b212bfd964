package dev.mixpaneldata.store;

import java.util.List;
import java.util.Optional;

/**
 * The local tables. Every method opens the database file for itself. All throw {@code
 * DATABASE_NOT_FOUND} if there is no file and {@code TABLE_NOT_FOUND} for an unknown name, except
 * {@link #info()}, {@link #contents()} and {@link #list()}, for which no file is an empty database.
 */
public interface Tables {
  /** Returns the database file and its tables. */
  StoreInfo info();

  /** Returns the tables with their days and the rows of each event; no file is an empty one. */
  StoreContents contents();

  /** Returns all tables, by name. */
  List<TableInfo> list();

  /** Returns a table's columns. */
  TableSchema schema(String table);

  /** Returns {@code rows} random rows; two calls differ. */
  SqlResult sample(String table, int rows);

  /** Returns statistics of every column. */
  TableSummary summarize(String table);

  /** Returns the rows and users of each event name of an event table. */
  EventBreakdown breakdown(String table);

  /** Returns the property names that occur, sorted; of one event only if {@code event} is given. */
  List<String> keys(String table, Optional<String> event);

  /**
   * Returns which event of a table of events has which property, with the share of the event's rows
   * that have it.
   */
  SchemaGraph schemaGraph(String table);

  /**
   * Returns statistics of one column, or of a property written as {@code properties.name}, with its
   * {@code top} most common values.
   */
  ColumnStatistics column(String table, String column, int top);

  /**
   * Gives properties columns of their own, which reports and SQL read many times as fast, and
   * returns the table's columns. The type is that of most values; values of other types are NULL in
   * the column and counted. Later loads fill the columns as well. Takes about a second for a
   * million rows, and fails with {@code INVALID_ARGUMENT} if no row has one of the properties or
   * all values are lists and objects; then nothing is changed.
   */
  TableSchema promote(String table, List<String> properties);

  /**
   * Drops the columns of properties and returns the table's columns. The properties stay as they
   * are in {@code properties}.
   */
  TableSchema demote(String table, List<String> properties);

  /** Drops the tables, all or none. */
  void drop(List<String> tables);

  /** Drops all tables, or those of one type, and returns their names. */
  List<String> dropAll(Optional<TableType> type);

  /**
   * Writes rows to a file, atomically, for this user alone; {@code NOT_FOUND} if the table has none
   * of the event.
   */
  ExportedFile export(TableExport export);
}
