package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.storage.expression.SegmentKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warns of numbers that are amounts of several currencies: their sum is none of any. */
record Currencies(ReportContext session) {
  private static final List<String> NAMES =
      List.of("currency", "$currency", "Currency", "currency_code", "currencyCode");

  private static final int MOST = 5;

  /**
   * Looks at the events in question.
   *
   * @param inQuestion a condition on the table's rows
   */
  void tell(String inQuestion) throws SQLException {
    for (String name : named(inQuestion)) {
      List<String> found = new ArrayList<>();
      EventRows rows = session.everybody();
      SegmentKey key = session.compiler(rows).key(Expression.property(name));
      String hasValue = session.compiler(rows).hasValue(Expression.property(name));
      Select part =
          Select.from("amounts")
              .with(ReportContext.ROWS, rows.select(inQuestion))
              .with(
                  "amounts",
                  Select.from(ReportContext.ROWS)
                      .column(key.isList() ? "unnest(" + key.sql() + ")" : key.sql(), "value")
                      .where(hasValue));
      Select whole = common(part.again(), "count(*)");
      part.column("value", "value").column("count(*)", "n").groupBy("value");
      session.look(
          Sharded.of(whole, part, common(Select.from(Sharded.ROWS), "sum(n)")),
          row -> found.add(String.format(Locale.ROOT, "%s %,d", row.getString(1), row.getLong(2))));
      if (found.size() > 1) {
        session
            .scope()
            .listener()
            .warning(
                "Amounts in several currencies are used without conversion: '%s' (%s)."
                    .formatted(name, String.join(", ", found)));
        return;
      }
    }
  }

  private static Select common(Select rows, String number) {
    return rows.column("value", "value")
        .column(number, "n")
        .groupBy("value")
        .orderBy("n DESC", "value")
        .limit(MOST);
  }

  /** Returns the names that events in question have. */
  private List<String> named(String inQuestion) throws SQLException {
    EventRows rows = session.everybody();
    List<String> present = new ArrayList<>();
    for (String name : NAMES) {
      present.add(session.compiler(rows).hasValue(Expression.property(name)));
    }
    // A currency stands beside each amount: what a sample does not have, hardly any event has.
    Select counts =
        Select.from("sampled").with("sampled", rows.select(inQuestion).limit(ReportContext.SAMPLE));
    present.forEach(has -> counts.column("bool_or(" + has + ")", "n" + counts.width()));
    List<String> named = new ArrayList<>();
    session.look(
        // The sample of one shard that has events is enough.
        Sharded.any(counts.having("count(*) > 0")),
        row -> {
          for (int i = 0; i < NAMES.size(); i++) {
            if (row.getBoolean(i + 1)) {
              named.add(NAMES.get(i));
            }
          }
        });
    return named;
  }
}
