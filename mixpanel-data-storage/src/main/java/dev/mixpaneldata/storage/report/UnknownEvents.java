package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Warns of events that do not occur in a table. They count as nothing, as with Mixpanel, but a name
 * is misspelt more often than an event is missing.
 */
record UnknownEvents(Connection connection, LocalCopy events, ReportListener listener) {
  void tell(Collection<String> names) throws SQLException {
    for (String name : names) {
      if (!has(name)) {
        List<String> close =
            NameSuggestions.of(
                name, column("SELECT DISTINCT event_name FROM " + events.quotedName()));
        listener.warning(
            "The table '%s' has no event '%s'.%s"
                .formatted(
                    events.table().name(),
                    name,
                    close.isEmpty() ? "" : " Did you mean " + String.join(", ", close) + "?"));
      }
    }
  }

  /** Whether the table has any event of this name. */
  boolean has(String name) throws SQLException {
    // Ends at the first row that is found, in less than a millisecond.
    String any =
        "SELECT event_name FROM %s WHERE event_name = %s LIMIT 1"
            .formatted(events.quotedName(), SqlValues.text(name));
    return !column(any).isEmpty();
  }

  private List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        values.add(row.getString(1));
      }
    }
    return values;
  }
}
