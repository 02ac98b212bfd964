package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.ArrayList;
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

  FlowResult run() throws SQLException {
    for (FlowAnchor anchor : request.events()) {
      if (anchor.isSession()) {
        throw MixpanelDataException.cannotAnswer(
            "The sessions of Mixpanel are known to Mixpanel alone.",
            Hint.of("Name events, or ask Mixpanel with {}.", Reference.LIVE_SOURCE));
      }
      session.coverage().refuseUnexported(anchor.event());
    }
    session.coverage().require(request.range(), List.of());
    List<FlowWalk> walks = walks();
    List<Long> users = new ArrayList<>();
    List<FlowResult.Edge> edges = new ArrayList<>();
    for (int anchor = 0; anchor < request.events().size(); anchor++) {
      int number = anchor;
      List<FlowWalk> there = walks.stream().filter(walk -> walk.reached() > number).toList();
      users.add(there.stream().mapToLong(FlowWalk::users).sum());
      prune(there, anchor);
      addEdges(edges, there, anchor);
    }
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::anchor)
            .thenComparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from)
            .thenComparing(FlowResult.Edge::to));
    Map<List<String>, Long> paths = new HashMap<>();
    walks.forEach(walk -> paths.merge(walk.path(request), walk.users(), Long::sum));
    return FlowResult.of(
        request,
        users,
        edges,
        largest(paths, FlowResult.MOST_PATHS),
        request.view() == FlowView.TREE ? tree(paths) : List.of(),
        Optional.empty());
  }

  private List<FlowWalk> walks() throws SQLException {
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    List<Condition> conditions = new ArrayList<>();
    for (FlowAnchor anchor : request.events()) {
      conditions.add(session.condition(rows, anchor.where()));
    }
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
    request.events().forEach(anchor -> hidden.remove(anchor.event()));
    Select base =
        session.passing(
            rows, "event_name NOT IN " + SqlValues.texts(hidden) + " AND " + times, where);
    for (int i = 0; i < conditions.size(); i++) {
      session.refuseMisuse(base, ofEvent(request.events().get(i).event(), conditions.get(i)));
    }
    Select steps =
        Select.from(ReportContext.ROWS)
            .column("event_name", "event_name")
            .column("event_time", "event_time")
            .column("distinct_id", "distinct_id")
            .column(is(0, conditions), "is_first")
            .column(roles(conditions), "roles")
            .where("(" + where.passes() + ") AND " + CountedSeries.IS_USER);
    Select anchors =
        Select.from("steps")
            .column("distinct_id", "distinct_id")
            .column("min(event_time)", "anchor")
            .where("is_first")
            .where(session.within(request.range()))
            .groupBy("distinct_id");
    String first = SqlValues.text(request.events().get(0).event());
    String others = "s.event_time <> anchor OR s.event_name <> " + first;
    boolean several = request.events().size() > 1;
    boolean both = request.reverseOf(0) > 0 || !request.exclusions().isEmpty();
    String after = "s.event_time >= anchor";
    Select walks =
        Select.from(
                "anchors a LEFT JOIN steps s ON s.distinct_id = a.distinct_id"
                    + " AND s.event_time >= anchor"
                    + (both ? " - " + window : "")
                    + " AND s.event_time <= anchor + "
                    + window
                    + " AND ("
                    + others
                    + ")")
            .column("a.distinct_id", "distinct_id")
            .column(nearest("max", request.reverseOf(0), "s.event_time < anchor"), "before")
            .column(
                several
                    ? inOrder(after, "s.event_name")
                    : nearest("min", request.forwardOf(0), after),
                "after")
            .column(several ? inOrder(after, "s.roles") : "[]::INTEGER[]", "roles")
            .groupBy("a.distinct_id");
    if (!request.exclusions().isEmpty()) {
      walks.having(
          "NOT coalesce(bool_or(s.event_name IN "
              + SqlValues.texts(request.exclusions())
              + "), FALSE)");
    }
    List<FlowWalk> found = new ArrayList<>();
    List<String> keys = List.of("before", "after", "roles");
    Select counted =
        Select.from("walks")
            .with(ReportContext.ROWS, base)
            .with("steps", steps)
            .with("anchors", anchors)
            .with("walks", walks)
            .column("before", "before")
            .column("after", "after")
            .column("roles", "roles")
            .column("count(*)", "users")
            .groupBy(keys);
    session.run(
        Sharded.added(counted, true, keys, List.of("users")),
        row ->
            found.add(
                FlowWalk.of(
                    request,
                    FunnelPaths.texts(row.getArray("before")),
                    FunnelPaths.texts(row.getArray("after")),
                    FunnelPaths.texts(row.getArray("roles")).stream()
                        .map(Integer::valueOf)
                        .toList(),
                    row.getLong("users"))));
    return found;
  }

  private static Condition ofEvent(String event, Condition condition) {
    return new Condition(
        condition.passes(),
        "event_name = " + SqlValues.text(event) + " AND (" + condition.misuse() + ")",
        condition.canFail());
  }

  /** Returns whether a row is an event of the flow, as SQL. */
  private String is(int anchor, List<Condition> conditions) {
    return "(event_name = "
        + SqlValues.text(request.events().get(anchor).event())
        + " AND "
        + conditions.get(anchor).passes()
        + ")";
  }

  private String roles(List<Condition> conditions) {
    List<String> bits = new ArrayList<>(List.of("0"));
    for (int i = 1; i < conditions.size(); i++) {
      bits.add("CASE WHEN " + is(i, conditions) + " THEN " + (1 << i) + " ELSE 0 END");
    }
    return String.join(" + ", bits);
  }

  /** Returns the first or last names of events on a side, from the anchor on. */
  private static String nearest(String end, int most, String side) {
    return most == 0
        ? "[]::VARCHAR[]"
        : "coalesce(arg_%s(s.event_name, (s.event_time, s.event_name, s.roles), %d)"
                .formatted(end, most)
            + " FILTER (WHERE "
            + side
            + "), [])";
  }

  private static String inOrder(String side, String what) {
    return "coalesce(list(%s ORDER BY s.event_time, s.event_name, s.roles)".formatted(what)
        + " FILTER (WHERE "
        + side
        + "), [])";
  }

  /**
   * Names the most common events of each step around an event of the flow, and combines the others.
   * The neighbouring event of the flow has a place wherever somebody is there.
   */
  private void prune(List<FlowWalk> there, int anchor) {
    int last = request.events().size() - 1;
    String next = anchor < last ? request.events().get(anchor + 1).event() : FlowResult.DROPOFF;
    String previous = anchor > 0 ? request.events().get(anchor - 1).event() : FlowResult.DROPOFF;
    prune(there, there.stream().map(w -> w.after().get(anchor)).toList(), next);
    prune(there, there.stream().map(w -> w.before().get(anchor)).toList(), previous);
  }

  private void prune(List<FlowWalk> walks, List<List<String>> sides, String neighbour) {
    int steps = sides.stream().mapToInt(List::size).max().orElse(0);
    for (int step = 0; step < steps; step++) {
      Map<String, Long> counts = new HashMap<>();
      for (int i = 0; i < sides.size(); i++) {
        if (sides.get(i).size() > step) {
          counts.merge(sides.get(i).get(step), walks.get(i).users(), Long::sum);
        }
      }
      counts.remove(FlowResult.DROPOFF);
      Set<String> kept = new HashSet<>(List.of(FlowResult.DROPOFF));
      int places = request.branches();
      if (counts.remove(neighbour) != null) {
        kept.add(neighbour);
        places--;
      }
      counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(places)
          .forEach(e -> kept.add(e.getKey()));
      for (List<String> side : sides) {
        if (side.size() > step && !kept.contains(side.get(step))) {
          side.set(step, FlowResult.OTHER);
        }
      }
    }
  }

  private void addEdges(List<FlowResult.Edge> edges, List<FlowWalk> there, int anchor) {
    Map<FlowResult.Edge, Long> counts = new HashMap<>();
    for (FlowWalk walk : there) {
      count(counts, walk.before().get(anchor), anchor, -1, walk.users());
      count(counts, walk.after().get(anchor), anchor, 1, walk.users());
    }
    counts.forEach(
        (edge, users) ->
            edges.add(new FlowResult.Edge(anchor + 1, edge.step(), edge.from(), edge.to(), users)));
  }

  private void count(
      Map<FlowResult.Edge, Long> counts, List<String> side, int anchor, int sign, long users) {
    String from = request.events().get(anchor).event();
    for (int step = 0; step < side.size(); step++) {
      String to = side.get(step);
      counts.merge(
          new FlowResult.Edge(anchor + 1, sign * (step + 1), from, to, 0), users, Long::sum);
      from = to;
    }
  }

  private static List<FlowResult.Path> largest(Map<List<String>, Long> counts, int most) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue()
                .reversed()
                .thenComparing(e -> String.join("\n", e.getKey())))
        .limit(most)
        .map(e -> new FlowResult.Path(e.getKey(), e.getValue()))
        .toList();
  }

  /** Returns the beginnings of all paths with the users of each. */
  private static List<FlowResult.Path> tree(Map<List<String>, Long> paths) {
    Map<List<String>, Long> branches = new HashMap<>();
    paths.forEach(
        (path, users) -> {
          for (int end = 1; end <= path.size(); end++) {
            branches.merge(List.copyOf(path.subList(0, end)), users, Long::sum);
          }
        });
    return largest(branches, FlowResult.MOST_BRANCHES);
  }
}
