package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableType;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes a table to a file that appears whole or not at all. The table goes to a folder of its own
 * beside the target, then to disk, and only then to its name.
 */
public final class TableExporter {
  private final DatabaseFile file;

  /** Creates an exporter of the tables in this file. */
  public TableExporter(DatabaseFile file) {
    this.file = file;
  }

  /** Writes the table; refuses a target that exists unless it may be replaced. */
  public ExportedFile export(TableExport export) {
    try (Staging staging = Staging.beside(export, file.path())) {
      long rows = write(export, staging);
      return staging.publish(export.table(), rows);
    } catch (IOException e) {
      throw StorageErrors.ofTarget(e, export.target(), file.options());
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
                CatalogTable table = entry(connection, export);
                try {
                  return export.partitionByDay()
                      ? ParquetWriter.byDay(connection, table.name(), staging.content())
                      : ParquetWriter.one(connection, table.name(), staging.content());
                } catch (SQLException e) {
                  throw failed(e, export.target());
                }
              });
      case CSV ->
          file.read(
              connection ->
                  lines(
                      export.target(),
                      () ->
                          CsvWriter.write(
                              connection, entry(connection, export), staging.content())));
      case JSONL ->
          file.read(
              connection ->
                  lines(
                      export.target(),
                      () ->
                          JsonLinesWriter.write(
                              connection, entry(connection, export), staging.content())));
    };
  }

  private static CatalogTable entry(Connection connection, TableExport export) throws SQLException {
    CatalogTable table = new Catalog(connection).require(export.table());
    if (export.partitionByDay() && table.type() != TableType.EVENTS) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT,
          "Profiles have no days to write folders for.",
          "Write the table '" + table.name() + "' to one file.");
    }
    return table;
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

  private RuntimeException failed(SQLException failure, Path target) throws SQLException {
    String message = String.valueOf(failure.getMessage());
    // Faults of the target are reported for the target, all others for the database.
    if (message.contains(target.toString()) || message.contains("No space left on device")) {
      return StorageErrors.ofTarget(failure, target, file.options());
    }
    throw failure;
  }
}
