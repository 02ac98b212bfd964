package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The events of a funnel, one row a user. Time and mask travel in one number, since rows of lists
 * of numbers are what the driver hands over fastest.
 */
final class FunnelRows {
  /** The number of steps and exclusions that fit beside the time. */
  private static final int MOST_SELECTORS = 24;

  private final ReportContext session;
  private final FunnelRequest request;
  private final List<EventSelector> selectors;
  private final Instant start;
  private final Instant end;
  private final long window;

  FunnelRows(ReportContext session, FunnelRequest request, long window) {
    this.session = session;
    this.request = request;
    this.selectors = FunnelReport.selectors(request);
    this.start = session.clock().start(request.range().from());
    this.end = session.clock().end(request.range());
    this.window = window;
    if (selectors.size() > MOST_SELECTORS) {
      throw MixpanelDataException.invalidArgument(
          "The funnel has " + selectors.size() + " steps and exclusions.",
          "Give at most " + MOST_SELECTORS + ".");
    }
  }

  /**
   * Returns whether each user enters with the first event of the first step. Then the others of
   * that step alone say nothing, and they are most of what would be handed over.
   */
  static boolean entersOnce(FunnelRequest request) {
    return request.order() != FunnelOrder.ANY
        && request.counting() != FunnelCounting.TOTAL
        && request.interval().isEmpty()
        && request.unit().isEmpty()
        && request.holdConstant().isEmpty()
        && request.on().isEmpty();
  }

  /** Has a tally read users one by one. */
  void read(FunnelTally tally) throws SQLException {
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    List<Condition> conditions = new ArrayList<>();
    for (EventSelector selector : selectors) {
      conditions.add(session.condition(rows, selector.where()));
    }
    Optional<String> held = held(rows);
    Optional<SegmentKey> segment = GroupKeys.joined(session, rows, request.groupings());
    Select base = session.passing(rows, inQuestion(), whole(where, conditions));
    Select marked =
        Select.from(ReportContext.ROWS)
            .column("distinct_id", "distinct_id")
            .column("epoch_ms(event_time) - " + start.toEpochMilli(), "millis")
            .column(mask(conditions), "mask")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    held.ifPresent(sql -> marked.column(sql, "held"));
    segment.ifPresent(
        key -> marked.column(key.isList() ? key.sql() : "[" + key.sql() + "]", "segments"));
    String step = "millis * " + (1L << selectors.size()) + " + mask";
    String order =
        held.isPresent() || segment.isPresent() ? " ORDER BY " + step + extra(held, segment) : "";
    Select users =
        Select.from("marked")
            .with(ReportContext.ROWS, base)
            .with("marked", marked)
            .where("mask <> 0")
            .groupBy("distinct_id");
    if (entersOnce(request)) {
      users
          .column("min(" + step + ") FILTER (WHERE " + enters() + ")", "entry")
          .column("list(" + step + ") FILTER (WHERE mask <> 1)", "events")
          .having("entry IS NOT NULL");
      session.tally(withoutOnlookers(users), tally);
      return;
    }
    users.column("list(" + step + order + ")", "events").having("bool_or(" + enters() + ")");
    held.ifPresent(sql -> users.column("list(held" + order + ")", "held"));
    segment.ifPresent(key -> users.column("list(segments" + order + ")", "segments"));
    session.tally(users, tally);
  }

  /** Returns the users, with those who did nothing but enter in one row, as their number. */
  private static Select withoutOnlookers(Select users) {
    return Select.from("users")
        .with("users", users)
        .column("entry", "entry")
        .column("events", "events")
        .column("1", "users")
        .where("events IS NOT NULL")
        .unionAll(
            Select.from("users")
                .column("NULL", "entry")
                .column("NULL", "events")
                .column("count(*)", "users")
                .where("events IS NULL")
                .having("count(*) > 0"));
  }

  private static String extra(Optional<String> held, Optional<SegmentKey> segment) {
    return (held.isPresent() ? ", held" : "") + (segment.isPresent() ? ", segments" : "");
  }

  /**
   * Returns the condition for events of all steps, from just before the range to the end of the
   * last window.
   */
  private String inQuestion() {
    Set<String> names =
        selectors.stream()
            .map(EventSelector::event)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Instant earliest = start.minusMillis(FunnelMatcher.GRACE_MILLIS * (request.steps().size() - 1));
    return ReportContext.named(names)
        + " AND event_time >= "
        + SqlValues.timestamp(earliest)
        + " AND event_time <= "
        + SqlValues.timestamp(end.plusMillis(window));
  }

  private String mask(List<Condition> conditions) {
    List<String> bits = new ArrayList<>();
    for (int i = 0; i < selectors.size(); i++) {
      String is = "event_name = " + SqlValues.text(selectors.get(i).event());
      String passes = conditions.get(i).passes();
      bits.add(
          "CASE WHEN "
              + is
              + (passes.equals("TRUE") ? "" : " AND " + passes)
              + " THEN "
              + (1L << i)
              + " ELSE 0 END");
    }
    return String.join(" + ", bits);
  }

  /** Returns the conditions as one, as far as they can fail. */
  private Condition whole(Condition where, List<Condition> conditions) {
    List<String> misuses = new ArrayList<>();
    if (where.canFail()) {
      misuses.add(where.misuse());
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).canFail()) {
        misuses.add(
            "event_name = "
                + SqlValues.text(selectors.get(i).event())
                + " AND "
                + conditions.get(i).misuse());
      }
    }
    return new Condition("TRUE", String.join(" OR ", misuses), !misuses.isEmpty());
  }

  /** Returns the condition for events with which users could enter. */
  private String enters() {
    long entries = request.order() == FunnelOrder.ANY ? (1L << request.steps().size()) - 1 : 1;
    return "mask & "
        + entries
        + " <> 0 AND millis >= 0 AND millis < "
        + (end.toEpochMilli() - start.toEpochMilli());
  }

  private Optional<String> held(EventRows rows) {
    if (request.holdConstant().isEmpty()) {
      return Optional.empty();
    }
    // As JSON, so that different lists of values differ. Not as texts of JSON, since events of one
    // time are in this order.
    return Optional.of(
        request.holdConstant().stream()
            .map(name -> "(" + session.compiler(rows).json(Expression.property(name)) + ")::JSON")
            .collect(Collectors.joining(", ", "json_array(", ")::VARCHAR")));
  }
}
