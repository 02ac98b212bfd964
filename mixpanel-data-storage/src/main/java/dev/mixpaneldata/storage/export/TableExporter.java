package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.storage.sql.guard.GuardedSql;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.TableExport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Writes rows to a file that appears whole or not at all. They go to a folder of its own beside the
 * target, then to disk, and only then to its name.
 */
public final class TableExporter {
  private final DatabaseFile file;

  /** Creates an exporter of the rows in this file. */
  public TableExporter(DatabaseFile file) {
    this.file = file;
  }

  /** Writes the rows; refuses a target that exists unless it may be replaced. */
  public ExportedFile export(TableExport export) {
    try (Staging staging = Staging.beside(export, file.path())) {
      long rows =
          export.query().isPresent()
              ? writeQuery(export, export.query().get(), staging.content())
              : write(export, staging);
      return staging.publish(export.table(), rows);
    } catch (IOException e) {
      throw StorageErrors.ofTarget(e, export.target(), file.options());
    }
  }

  /** Somebody's SQL, which is checked and bounded as any other. */
  private long writeQuery(TableExport export, String query, Path content) throws IOException {
    boolean csv = export.chosenFormat() == TableExport.Format.CSV;
    try (BufferedWriter lines = Files.newBufferedWriter(content)) {
      QueryWriter writer = new QueryWriter(lines, csv);
      GuardedSql.on(file).stream(SqlQuery.of(query), writer);
      return writer.rows();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long write(TableExport export, Staging staging) {
    return switch (export.chosenFormat()) {
      // Only this form is written by the engine, which is let into the staging folder for it. The
      // other two are written here, so that each byte is known; nobody has to wait for them.
      case PARQUET ->
          file.readWritingTo(
              staging.folder(),
              connection -> {
                String rows = ExportedRows.of(connection, export).sql();
                try {
                  return export.partitionByDay()
                      ? ParquetWriter.byDay(connection, rows, staging.content())
                      : ParquetWriter.one(connection, rows, staging.content());
                } catch (SQLException e) {
                  throw StorageErrors.whileWriting(e, export.target(), file.options());
                }
              });
      case CSV ->
          file.read(
              connection ->
                  lines(
                      export.target(),
                      () ->
                          CsvWriter.write(
                              connection,
                              ExportedRows.of(connection, export).sql(),
                              staging.content())));
      case JSONL ->
          file.read(
              connection ->
                  lines(
                      export.target(),
                      () ->
                          JsonLinesWriter.write(
                              connection, ExportedRows.of(connection, export), staging.content())));
    };
  }

  /** Writes lines and counts the rows. */
  private interface Lines {
    long write() throws SQLException, IOException;
  }

  private long lines(Path target, Lines lines) throws SQLException {
    try {
      return lines.write();
    } catch (IOException e) {
      throw StorageErrors.ofTarget(e, target, file.options());
    }
  }
}
