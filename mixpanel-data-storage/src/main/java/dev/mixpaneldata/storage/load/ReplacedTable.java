package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The present holder of a new table's name: a table, a view or nothing. It need not be readable.
 */
final class ReplacedTable {
  private final Statements statements;
  private final Optional<String> kind;
  private final String name;

  private ReplacedTable(Statements statements, Optional<String> kind, String name) {
    this.statements = statements;
    this.kind = kind;
    this.name = name;
  }

  static ReplacedTable named(String name, Statements statements) throws SQLException {
    try (PreparedStatement statement =
        statements
            .connection()
            .prepareStatement(
                "SELECT if(table_type = 'VIEW', 'VIEW', 'TABLE'), table_name"
                    + " FROM information_schema.tables WHERE table_schema = 'main'"
                    + " AND table_catalog = current_database() AND lower(table_name) = lower(?)")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? new ReplacedTable(
                statements, Optional.of(row.getString(1)), Identifiers.quote(row.getString(2)))
            : new ReplacedTable(statements, Optional.empty(), "");
      }
    }
  }

  /** Returns the number of rows in the table; 0 if they cannot be counted. */
  long rows() {
    if (!kind.equals(Optional.of("TABLE"))) {
      return 0;
    }
    try {
      return statements.number("SELECT count(*) FROM " + name);
    } catch (SQLException e) {
      // It is replaced anyway, perhaps because it is broken.
      return 0;
    }
  }

  void drop() throws SQLException {
    if (kind.isPresent()) {
      statements.update("DROP " + kind.get() + " " + name);
    }
  }
}
