package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.storage.expression.Condition;
import java.sql.SQLException;
import java.util.List;

/** Compiles the users of a cohort to SQL. */
final class CohortUsers {
  private final ReportContext session;

  CohortUsers(ReportContext session) {
    this.session = session;
  }

  /** Returns the condition that follows an id: {@code IN (…)} or {@code NOT IN (…)}. */
  String condition(Cohort cohort) throws SQLException {
    if (cohort instanceof Cohort.Others others) {
      String inner = condition(others.cohort());
      return inner.startsWith("NOT ") ? inner.substring("NOT ".length()) : "NOT " + inner;
    }
    if (cohort instanceof Cohort.Both both) {
      return "IN (SELECT id FROM ("
          + everyId()
          + ") WHERE id "
          + condition(both.one())
          + " AND id "
          + condition(both.other())
          + ")";
    }
    if (cohort instanceof Cohort.Behavior behavior) {
      session.coverage().require(behavior.range(), List.of(behavior.event().event()));
      return in(whoDid(behavior.event(), session.within(behavior.range()), behavior.atLeast()));
    }
    if (cohort instanceof Cohort.RecentBehavior recent) {
      String times = session.coverage().lastDays(recent.event().event(), recent.days());
      return in(whoDid(recent.event(), times, recent.atLeast()));
    }
    if (cohort instanceof Cohort.Named named) {
      return condition(named.cohort());
    }
    if (cohort instanceof Cohort.Profiles profiles) {
      return in(byProfile(profiles));
    }
    throw MixpanelDataException.cannotAnswer(
        "The users of a cohort of Mixpanel are known to Mixpanel alone.",
        Hint.anyOf(
            Hint.way("describe the users"),
            Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
  }

  private static String in(Select users) {
    return "IN (" + users.text() + ")";
  }

  /**
   * Returns all ids of the table. Events without a user have the empty text as id, which belongs to
   * the others of every cohort.
   */
  private String everyId() {
    return Select.from(session.events().quotedName())
        .column("DISTINCT coalesce(distinct_id, '')", "id")
        .text();
  }

  private Select byProfile(Cohort.Profiles cohort) throws SQLException {
    ProfileRows rows = new ProfileRows(session.profiles());
    Condition where = session.compiler(rows).condition(Expression.parse(cohort.where()));
    Select base = rows.select();
    session.refuseMisuse(base, where);
    return Select.from(ReportContext.ROWS)
        .with(ReportContext.ROWS, base)
        .column("distinct_id", "distinct_id")
        .where(where.passes())
        .where("distinct_id <> ''");
  }

  private Select whoDid(EventSelector event, String times, int atLeast) throws SQLException {
    EventRows rows = session.everybody();
    Condition where = session.condition(rows, event.where());
    Select base =
        session.passing(rows, ReportContext.named(List.of(event.event())) + " AND " + times, where);
    return rows.withIds(
        Select.from(ReportContext.ROWS)
            .with(ReportContext.ROWS, base)
            .column("distinct_id", "distinct_id")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER)
            .groupBy("distinct_id")
            .having("count(*) >= " + atLeast));
  }
}
