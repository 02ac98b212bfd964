package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table that are exported: all of them, or those of one event.
 *
 * @param type the type of the table
 * @param sql the rows in SQL, to stand behind FROM
 */
record ExportedRows(TableType type, String sql) {
  /** Looks the table up, and refuses an export that it has no rows for. */
  static ExportedRows of(Connection connection, TableExport export) throws SQLException {
    CatalogTable table = new Catalog(connection).require(export.table().orElseThrow());
    if (table.type() != TableType.EVENTS
        && (export.partitionByDay() || export.event().isPresent())) {
      throw MixpanelDataException.invalidArgument(
          export.partitionByDay()
              ? "Profiles have no days to write folders for."
              : "Profiles are of no event.",
          "Write the table '" + table.name() + "' as a whole, to one file.");
    }
    String name = Identifiers.quote(table.name());
    if (export.event().isEmpty()) {
      return new ExportedRows(table.type(), name);
    }
    requireEvent(connection, table.name(), export.event().get());
    String event = Identifiers.literal(export.event().get());
    return new ExportedRows(
        table.type(), "(SELECT * FROM " + name + " WHERE event_name = " + event + ")");
  }

  private static void requireEvent(Connection connection, String table, String event)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT DISTINCT event_name FROM " + Identifiers.quote(table))) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    if (!names.contains(event)) {
      List<String> close = NameSuggestions.of(event, names).stream().map(Visible::line).toList();
      throw MixpanelDataException.of(
          ErrorCode.NOT_FOUND,
          "The table '" + table + "' has no event '" + Visible.line(event) + "'.",
          Optional.of(close)
              .filter(c -> !c.isEmpty())
              .map(c -> Hint.of("Did you mean " + String.join(", ", c) + "?"))
              .orElse(Hint.of("Name an event of the table, exactly as it is written there.")));
    }
  }
}
