package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the events that follow an event or lead to it. The engine makes a path of each user's
 * events around the first such event in the range, and counts equal paths; the rest is arithmetic
 * on paths.
 */
final class FlowReport {
  private final ReportContext session;
  private final FlowRequest request;

  FlowReport(ReportContext session, FlowRequest request) {
    this.session = session;
    this.request = request;
  }

  /** The events before, nearest first, the events after, and the number of users. */
  private record Walk(List<String> before, List<String> after, long users) {}

  FlowResult run() throws SQLException {
    session.coverage().refuseUnexported(request.event());
    session.coverage().require(request.range(), List.of());
    List<Walk> walks = walks();
    long users = walks.stream().mapToLong(Walk::users).sum();
    List<FlowResult.Edge> edges = new ArrayList<>();
    List<List<String>> before = new ArrayList<>();
    List<List<String>> after = new ArrayList<>();
    walks.forEach(walk -> before.add(steps(walk.before(), request.reverse())));
    walks.forEach(walk -> after.add(steps(walk.after(), request.forward())));
    prune(before, walks, request.reverse());
    prune(after, walks, request.forward());
    addEdges(edges, before, walks, request.reverse(), -1);
    addEdges(edges, after, walks, request.forward(), 1);
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from)
            .thenComparing(FlowResult.Edge::to));
    return FlowResult.of(request, users, edges, paths(before, after, walks), Optional.empty());
  }

  private List<Walk> walks() throws SQLException {
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    String window = "INTERVAL (" + request.windowDays() + ") DAY";
    LocalClock clock = session.clock();
    String times =
        "event_time >= "
            + SqlValues.timestamp(clock.start(request.range().from()))
            + " - "
            + window
            + " AND event_time < "
            + SqlValues.timestamp(clock.end(request.range()))
            + " + "
            + window;
    Set<String> hidden = new HashSet<>(ReportContext.UNCOUNTED_EVENTS);
    hidden.addAll(request.hidden());
    hidden.remove(request.event());
    Select base =
        session.passing(
            rows, "event_name NOT IN " + SqlValues.texts(hidden) + " AND " + times, where);
    Select steps =
        Select.from(ReportContext.ROWS)
            .column("event_name", "event_name")
            .column("event_time", "event_time")
            .column("distinct_id", "distinct_id")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    Select anchors =
        Select.from("steps")
            .column("distinct_id", "distinct_id")
            .column("min(event_time)", "anchor")
            .where("event_name = " + SqlValues.text(request.event()))
            .where(session.within(request.range()))
            .groupBy("distinct_id");
    String others = "s.event_time <> anchor OR s.event_name <> " + SqlValues.text(request.event());
    Select walks =
        Select.from(
                "anchors a LEFT JOIN steps s ON s.distinct_id = a.distinct_id"
                    + " AND s.event_time >= anchor - "
                    + window
                    + " AND s.event_time <= anchor + "
                    + window
                    + " AND ("
                    + others
                    + ")")
            .column("a.distinct_id", "distinct_id")
            .column(nearest("s.event_time < anchor", "DESC", request.reverse()), "before")
            .column(nearest("s.event_time >= anchor", "ASC", request.forward()), "after")
            .groupBy("a.distinct_id");
    List<Walk> found = new ArrayList<>();
    Select counted =
        Select.from("walks")
            .with(ReportContext.ROWS, base)
            .with("steps", steps)
            .with("anchors", anchors)
            .with("walks", walks)
            .column("before", "before")
            .column("after", "after")
            .column("count(*)", "users")
            .groupBy("before", "after");
    session.run(
        Sharded.added(counted, true, List.of("before", "after"), List.of("users")),
        row ->
            found.add(
                new Walk(
                    FunnelPaths.texts(row.getArray("before")),
                    FunnelPaths.texts(row.getArray("after")),
                    row.getLong("users"))));
    return found;
  }

  private static String nearest(String side, String order, int most) {
    return "coalesce(list(s.event_name ORDER BY s.event_time "
        + order
        + ", s.event_name "
        + order
        + ") FILTER (WHERE "
        + side
        + "), [])[:"
        + most
        + "]";
  }

  /**
   * Returns the events of one side, with a drop-off at the end if there are fewer than asked for.
   */
  private static List<String> steps(List<String> events, int most) {
    List<String> steps = new ArrayList<>(events);
    if (steps.size() < most) {
      steps.add(FlowResult.DROPOFF);
    }
    return steps;
  }

  /** Names the most common events of each step and combines the others. */
  private void prune(List<List<String>> sides, List<Walk> walks, int steps) {
    for (int step = 0; step < steps; step++) {
      Map<String, Long> counts = new HashMap<>();
      for (int i = 0; i < sides.size(); i++) {
        if (sides.get(i).size() > step) {
          counts.merge(sides.get(i).get(step), walks.get(i).users(), Long::sum);
        }
      }
      counts.remove(FlowResult.DROPOFF);
      Set<String> kept = new HashSet<>(List.of(FlowResult.DROPOFF));
      counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(request.branches())
          .forEach(e -> kept.add(e.getKey()));
      for (List<String> side : sides) {
        if (side.size() > step && !kept.contains(side.get(step))) {
          side.set(step, FlowResult.OTHER);
        }
      }
    }
  }

  private void addEdges(
      List<FlowResult.Edge> edges,
      List<List<String>> sides,
      List<Walk> walks,
      int steps,
      int sign) {
    for (int step = 0; step < steps; step++) {
      Map<List<String>, Long> counts = new HashMap<>();
      for (int i = 0; i < sides.size(); i++) {
        List<String> side = sides.get(i);
        if (side.size() > step) {
          String from = step == 0 ? request.event() : side.get(step - 1);
          counts.merge(List.of(from, side.get(step)), walks.get(i).users(), Long::sum);
        }
      }
      int number = sign * (step + 1);
      counts.forEach(
          (ends, users) -> edges.add(new FlowResult.Edge(number, ends.get(0), ends.get(1), users)));
    }
  }

  private List<FlowResult.Path> paths(
      List<List<String>> before, List<List<String>> after, List<Walk> walks) {
    Map<List<String>, Long> counts = new HashMap<>();
    for (int i = 0; i < walks.size(); i++) {
      List<String> path = new ArrayList<>(before.get(i));
      path.remove(FlowResult.DROPOFF);
      Collections.reverse(path);
      path.add(request.event());
      path.addAll(after.get(i));
      counts.merge(path, walks.get(i).users(), Long::sum);
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue()
                .reversed()
                .thenComparing(e -> String.join("\n", e.getKey())))
        .limit(FlowResult.MOST_PATHS)
        .map(e -> new FlowResult.Path(e.getKey(), e.getValue()))
        .toList();
  }
}
