package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.NameSuggestions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Warns of properties that none of the events in question has. Such a property is null in each of
 * them, as with Mixpanel, but its name is misspelt more often than it is missing.
 */
record UnknownProperties(ReportContext session) {
  /**
   * Looks at the events in question.
   *
   * @param inQuestion a condition on the table's rows
   */
  void tell(Collection<String> names, String inQuestion) throws SQLException {
    for (String name : names) {
      // Ends at the first event that has it.
      EventRows rows = session.everybody();
      rows.read(Expression.property(name));
      Select found =
          Select.from(ReportContext.ROWS)
              .with(ReportContext.ROWS, rows.select(inQuestion))
              .column("''", "found")
              .where(rows.anyPresent())
              .limit(1);
      if (texts(Sharded.any(found)).isEmpty()) {
        warn(name, inQuestion);
      }
    }
  }

  private void warn(String name, String inQuestion) throws SQLException {
    List<String> known =
        texts(
            Sharded.any(
                Select.from("sampled")
                    .with("sampled", session.sample(inQuestion))
                    .column("DISTINCT unnest(json_keys(properties))", "name")));
    if (known.isEmpty()) {
      // There are no events, which is said elsewhere.
      return;
    }
    List<String> close = NameSuggestions.of(name, known);
    session
        .scope()
        .listener()
        .warning(
            "None of these events has a property '%s'.%s"
                .formatted(
                    name,
                    close.isEmpty() ? "" : " Did you mean " + String.join(", ", close) + "?"));
  }

  private List<String> texts(Sharded query) throws SQLException {
    List<String> texts = new ArrayList<>();
    session.look(query, row -> texts.add(row.getString(1)));
    return texts;
  }
}
