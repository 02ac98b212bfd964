package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.storage.expression.Condition;
import java.sql.SQLException;
import java.util.List;

/** The users of a cohort as SQL. */
final class CohortUsers {
  private final Session session;

  CohortUsers(Session session) {
    this.session = session;
  }

  /** Follows an id: {@code IN (…)} or {@code NOT IN (…)}. */
  String condition(Cohort cohort) throws SQLException {
    if (cohort instanceof Cohort.Others others) {
      String inner = condition(others.cohort());
      return inner.startsWith("NOT ") ? inner.substring("NOT ".length()) : "NOT " + inner;
    }
    Select users =
        cohort instanceof Cohort.Behavior behavior
            ? whoDid(behavior)
            : byProfile((Cohort.Profiles) cohort);
    return "IN (" + users.text() + ")";
  }

  private Select byProfile(Cohort.Profiles cohort) throws SQLException {
    ProfileRows rows = new ProfileRows(session.profiles());
    Condition where = session.compiler(rows).condition(Expression.parse(cohort.where()));
    Select base = rows.select();
    session.refuseMisuse(base, where);
    return Select.from(Session.ROWS)
        .with(Session.ROWS, base)
        .column("distinct_id", "distinct_id")
        .where(where.passes())
        .where(CountedSeries.IS_USER);
  }

  private Select whoDid(Cohort.Behavior cohort) throws SQLException {
    List<String> event = List.of(cohort.event().event());
    session.coverage().require(cohort.range(), event);
    EventRows rows = session.everybody();
    Condition where = session.condition(rows, cohort.event().where());
    Select base = session.passing(rows, session.events(event, cohort.range()), where);
    return Select.from(Session.ROWS)
        .with(Session.ROWS, base)
        .column("distinct_id", "distinct_id")
        .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER)
        .groupBy("distinct_id")
        .having("count(*) >= " + cohort.atLeast());
  }
}
