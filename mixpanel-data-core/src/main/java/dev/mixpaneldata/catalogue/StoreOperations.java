package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.WorkspaceInfo;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.store.ColumnRequest;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.ColumnsRequest;
import dev.mixpaneldata.store.DropAllRequest;
import dev.mixpaneldata.store.DroppedTables;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.KeysRequest;
import dev.mixpaneldata.store.SampleRequest;
import dev.mixpaneldata.store.SchemaRequest;
import dev.mixpaneldata.store.SqlRequest;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlScalar;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableRequest;
import dev.mixpaneldata.store.TableSchema;
import dev.mixpaneldata.store.TableSummary;
import java.util.List;

/** The operations on local tables. */
public final class StoreOperations {
  /** What to know before the first question. */
  public static final OperationSpec<NoArguments, WorkspaceInfo> WORKSPACE_INFO =
      new OperationSpec<>(
          "workspace_info",
          "inspect info",
          "Today, the project, the local tables with their days and events, and the calls left",
          Family.TABLES,
          Effect.READ,
          NoArguments.class,
          ResultType.of(WorkspaceInfo.class),
          (context, request) -> context.workspace().info());

  /** All tables. */
  public static final OperationSpec<NoArguments, List<TableInfo>> LIST_TABLES =
      new OperationSpec<>(
          "list_tables",
          "inspect tables",
          "Local tables with their kind, rows, size and the time they were fetched",
          Family.TABLES,
          Effect.READ,
          NoArguments.class,
          ResultType.listOf(TableInfo.class),
          (context, request) -> context.workspace().tables().list());

  /** A table's columns. */
  public static final OperationSpec<SchemaRequest, TableSchema> TABLE_SCHEMA =
      new OperationSpec<>(
          "table_schema",
          "inspect schema",
          "Columns of a local table, and the properties that fill them",
          Family.TABLES,
          Effect.READ,
          SchemaRequest.class,
          ResultType.of(TableSchema.class),
          (context, request) -> {
            TableSchema schema = context.workspace().tables().schema(request.table());
            return request.sample()
                ? schema.withSample(context.workspace().tables().sample(request.table(), 1))
                : schema;
          });

  /** Random rows. */
  public static final OperationSpec<SampleRequest, SqlResult> SAMPLE =
      new OperationSpec<>(
          "sample",
          "inspect sample",
          "Random rows of a local table",
          Family.TABLES,
          Effect.READ,
          SampleRequest.class,
          ResultType.of(SqlResult.class),
          (context, request) ->
              context.workspace().tables().sample(request.table(), request.rows()));

  /** Statistics of all columns. */
  public static final OperationSpec<TableRequest, TableSummary> SUMMARIZE =
      new OperationSpec<>(
          "summarize",
          "inspect summarize",
          "Statistics of every column of a local table",
          Family.TABLES,
          Effect.READ,
          TableRequest.class,
          ResultType.of(TableSummary.class),
          (context, request) -> context.workspace().tables().summarize(request.table()));

  /** Rows by event name. */
  public static final OperationSpec<TableRequest, EventBreakdown> EVENT_BREAKDOWN =
      new OperationSpec<>(
          "event_breakdown",
          "inspect breakdown",
          "Rows, users and share of each event name in a local table of events",
          Family.TABLES,
          Effect.READ,
          TableRequest.class,
          ResultType.of(EventBreakdown.class),
          (context, request) -> context.workspace().tables().breakdown(request.table()));

  /** Property names. */
  public static final OperationSpec<KeysRequest, List<String>> PROPERTY_KEYS =
      new OperationSpec<>(
          "property_keys",
          "inspect keys",
          "Names of the properties that occur in a local table",
          Family.TABLES,
          Effect.READ,
          KeysRequest.class,
          ResultType.listOf(String.class),
          (context, request) ->
              context.workspace().tables().keys(request.table(), request.event()));

  /** Statistics of one column. */
  public static final OperationSpec<ColumnRequest, ColumnStatistics> COLUMN_STATS =
      new OperationSpec<>(
          "column_stats",
          "inspect column",
          "Statistics of one column or property of a local table, with its most common values",
          Family.TABLES,
          Effect.READ,
          ColumnRequest.class,
          ResultType.of(ColumnStatistics.class),
          (context, request) ->
              context
                  .workspace()
                  .tables()
                  .column(request.table(), request.column(), request.top()));

  /** Writes rows to a file. */
  public static final OperationSpec<TableExport, ExportedFile> EXPORT_TABLE =
      new OperationSpec<>(
          "export_table",
          "export",
          "Write a local table, one event of it, or the rows of an SQL query to a file",
          Family.TABLES,
          Effect.READ,
          TableExport.class,
          ResultType.of(ExportedFile.class),
          (context, request) -> context.workspace().tables().export(request));

  /** Gives properties columns. */
  public static final OperationSpec<ColumnsRequest, TableSchema> PROMOTE_PROPERTIES =
      new OperationSpec<>(
          "promote_properties",
          "tables promote",
          "Give properties of a local table columns of their own, for fast reports and short SQL",
          Family.TABLES,
          Effect.WRITE,
          ColumnsRequest.class,
          ResultType.of(TableSchema.class),
          (context, request) ->
              context.workspace().tables().promote(request.table(), request.properties()));

  /** Drops the columns of properties. */
  public static final OperationSpec<ColumnsRequest, TableSchema> DEMOTE_PROPERTIES =
      new OperationSpec<>(
          "demote_properties",
          "tables demote",
          "Drop the columns of properties of a local table; the properties stay",
          Family.TABLES,
          Effect.WRITE,
          ColumnsRequest.class,
          ResultType.of(TableSchema.class),
          (context, request) ->
              context.workspace().tables().demote(request.table(), request.properties()));

  /** Drops a table. */
  public static final OperationSpec<TableRequest, DroppedTables> DROP_TABLE =
      new OperationSpec<>(
          "drop_table",
          "inspect drop",
          "Delete one local table",
          Family.TABLES,
          Effect.DESTROY,
          TableRequest.class,
          ResultType.of(DroppedTables.class),
          (context, request) -> {
            List<String> tables = List.of(request.table());
            context.workspace().tables().drop(tables);
            return DroppedTables.of(tables);
          });

  /** Drops all tables. */
  public static final OperationSpec<DropAllRequest, DroppedTables> DROP_ALL_TABLES =
      new OperationSpec<>(
          "drop_all_tables",
          "inspect drop-all",
          "Delete all local tables, or those of one type",
          Family.TABLES,
          Effect.DESTROY,
          DropAllRequest.class,
          ResultType.of(DroppedTables.class),
          (context, request) ->
              DroppedTables.of(context.workspace().tables().dropAll(request.type())));

  /** SQL. */
  public static final OperationSpec<SqlRequest, SqlResult> SQL =
      new OperationSpec<>(
          "sql",
          "query sql",
          "Rows of an SQL query on the local tables",
          Family.TABLES,
          Effect.READ,
          SqlRequest.class,
          ResultType.of(SqlResult.class),
          (context, request) -> context.workspace().sql(request.query()));

  /** SQL with one value. */
  public static final OperationSpec<SqlRequest, SqlScalar> SQL_SCALAR =
      new OperationSpec<>(
          "sql_scalar",
          "query sql",
          "The single value of an SQL query on the local tables",
          Family.TABLES,
          Effect.READ,
          SqlRequest.class,
          ResultType.of(SqlScalar.class),
          (context, request) -> new SqlScalar(context.workspace().sql(request.query()).scalar()));

  private StoreOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(
        WORKSPACE_INFO,
        LIST_TABLES,
        TABLE_SCHEMA,
        SAMPLE,
        SUMMARIZE,
        EVENT_BREAKDOWN,
        PROPERTY_KEYS,
        COLUMN_STATS,
        EXPORT_TABLE,
        PROMOTE_PROPERTIES,
        DEMOTE_PROPERTIES,
        DROP_TABLE,
        DROP_ALL_TABLES,
        SQL,
        SQL_SCALAR);
  }
}
