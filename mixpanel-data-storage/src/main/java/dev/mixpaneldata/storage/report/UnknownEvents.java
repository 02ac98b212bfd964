package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Warns of events that do not occur in a table. They count as nothing, as with Mixpanel, but a name
 * is misspelt more often than an event is missing.
 */
record UnknownEvents(ReportContext session) {
  void tell(Collection<String> names) throws SQLException {
    for (String name : names) {
      if (!has(name)) {
        List<String> close = NameSuggestions.of(name, column(names()));
        session
            .scope()
            .listener()
            .warning(
                "The %s has no event '%s'.%s"
                    .formatted(
                        session.events().title(),
                        name,
                        close.isEmpty() ? "" : " Did you mean " + String.join(", ", close) + "?"));
      }
    }
  }

  /** Whether the table has any event of this name. */
  boolean has(String name) throws SQLException {
    // Ends at the first row that is found, in less than a millisecond.
    Select any =
        session.stored("event_name = " + SqlValues.text(name)).column("event_name", "event_name");
    return !column(Sharded.any(any.limit(1))).isEmpty();
  }

  private Sharded names() {
    Select names =
        session.stored(ReportContext.EVERYTHING).column("DISTINCT event_name", "event_name");
    Select merged = Select.from(Sharded.ROWS).column("DISTINCT event_name", "event_name");
    return Sharded.of(names, names, merged);
  }

  private List<String> column(Sharded query) throws SQLException {
    List<String> values = new ArrayList<>();
    session.look(query, row -> values.add(row.getString(1)));
    return values;
  }
}
