package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Flows: the events that follow some events or lead to them, user by user. */
final class Flow {
  private final NaiveProject project;
  private final FlowRequest request;
  private final List<FlowAnchor> anchors;
  private final List<Walk> walks = new ArrayList<>();

  /**
   * A user's way: for each event of the flow that they did, the names of the events before it,
   * nearest first, and those after it.
   *
   * @param between how many events lie between each one and the one before it
   */
  private record Walk(List<List<String>> before, List<List<String>> after, List<Integer> between) {
    int reached() {
      return before.size();
    }
  }

  Flow(NaiveProject project, FlowRequest request) {
    this.project = project;
    this.request = request;
    this.anchors = request.events();
    if (anchors.stream().anyMatch(FlowAnchor::isSession)) {
      throw MixpanelDataException.cannotAnswer(
          "The sessions of Mixpanel are known to Mixpanel alone.", "Name events.");
    }
  }

  FlowResult result() {
    project
        .eventsByUser(project.passing(request.where()).and(this::isShown))
        .forEach((user, events) -> walk(events));
    List<FlowResult.Edge> edges = new ArrayList<>();
    List<Walk> named = walks;
    for (int anchor = 0; anchor < anchors.size(); anchor++) {
      named = named(named, anchor);
    }
    for (int anchor = 0; anchor < anchors.size(); anchor++) {
      edges.addAll(edges(named, anchor));
    }
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::anchor)
            .thenComparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from, Ranking.BY_CODE_POINTS)
            .thenComparing(FlowResult.Edge::to, Ranking.BY_CODE_POINTS));
    List<Long> users = new ArrayList<>();
    for (int anchor = 0; anchor < anchors.size(); anchor++) {
      int number = anchor;
      users.add(walks.stream().filter(walk -> walk.reached() > number).count());
    }
    Map<List<String>, Long> paths = new LinkedHashMap<>();
    named.forEach(walk -> paths.merge(path(walk), 1L, Long::sum));
    return FlowResult.of(
        request,
        users,
        edges,
        largest(paths, FlowResult.MOST_PATHS),
        request.view() == FlowView.TREE ? tree(paths) : List.of(),
        Optional.empty());
  }

  private boolean isShown(NaiveEvent event) {
    return anchors.stream().anyMatch(anchor -> anchor.event().equals(event.name()))
        || (NaiveProject.named(List.of()).test(event) && !request.hidden().contains(event.name()));
  }

  private boolean is(NaiveEvent event, int anchor) {
    return project.selected(anchors.get(anchor).event(), anchors.get(anchor).where()).test(event);
  }

  /** Follows a user from the first event of the flow in the range. */
  private void walk(List<NaiveEvent> events) {
    Optional<NaiveEvent> found =
        events.stream()
            .filter(event -> is(event, 0))
            .filter(project.within(request.range()))
            .findFirst();
    if (found.isEmpty()) {
      return;
    }
    NaiveEvent first = found.get();
    long window = Duration.ofDays(request.windowDays()).toMillis();
    List<NaiveEvent> earlier = new ArrayList<>();
    List<NaiveEvent> later = new ArrayList<>();
    for (NaiveEvent event : events) {
      long since = event.timeMillis() - first.timeMillis();
      // One of the same name and time counts as the event itself.
      if (Math.abs(since) > window || since == 0 && event.name().equals(first.name())) {
        continue;
      }
      if (request.exclusions().contains(event.name())) {
        return;
      }
      (since < 0 ? earlier : later).add(event);
    }
    later.sort(
        Comparator.comparingLong(NaiveEvent::timeMillis)
            .thenComparing(NaiveEvent::name, Ranking.BY_CODE_POINTS)
            .thenComparing(this::roles));
    Walk walk = new Walk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> before = new ArrayList<>(names(earlier));
    Collections.reverse(before);
    walk.before().add(ended(before, request.reverseOf(0)));
    walk.between().add(0);
    for (int anchor = 0; ; anchor++) {
      int next = anchor + 1 < anchors.size() ? indexOf(later, anchor + 1) : -1;
      int forward = request.forwardOf(anchor);
      if (next < 0) {
        walk.after().add(ended(names(later), forward));
        break;
      }
      List<String> between = names(later.subList(0, next));
      List<String> after = new ArrayList<>(between);
      after.add(anchors.get(anchor + 1).event());
      walk.after().add(first(after, forward));
      List<String> back = new ArrayList<>(between);
      Collections.reverse(back);
      back.add(anchors.get(anchor).event());
      walk.before().add(first(back, request.reverseOf(anchor + 1)));
      walk.between().add(between.size());
      later = later.subList(next + 1, later.size());
    }
    walks.add(walk);
  }

  private int roles(NaiveEvent event) {
    int roles = 0;
    for (int anchor = 1; anchor < anchors.size(); anchor++) {
      roles |= is(event, anchor) ? 1 << anchor : 0;
    }
    return roles;
  }

  private int indexOf(List<NaiveEvent> events, int anchor) {
    for (int i = 0; i < events.size(); i++) {
      if (is(events.get(i), anchor)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> names(List<NaiveEvent> events) {
    return events.stream().map(NaiveEvent::name).toList();
  }

  private static List<String> first(List<String> events, int most) {
    return events.subList(0, Math.min(most, events.size()));
  }

  /** Returns the events of a side at which nothing but the user's own end stops it. */
  private static List<String> ended(List<String> events, int most) {
    List<String> steps = new ArrayList<>(first(events, most));
    if (steps.size() < most) {
      steps.add(FlowResult.DROPOFF);
    }
    return steps;
  }

  /** Returns the walks with the rarer events of each step around one event as others. */
  private List<Walk> named(List<Walk> all, int anchor) {
    List<Walk> there = all.stream().filter(walk -> walk.reached() > anchor).toList();
    String next = anchor + 1 < anchors.size() ? anchors.get(anchor + 1).event() : "";
    String previous = anchor > 0 ? anchors.get(anchor - 1).event() : "";
    List<Set<String>> kept = kept(there.stream().map(w -> w.after().get(anchor)).toList(), next);
    List<Set<String>> keptBefore =
        kept(there.stream().map(w -> w.before().get(anchor)).toList(), previous);
    List<Walk> named = new ArrayList<>();
    for (Walk walk : all) {
      List<List<String>> before = new ArrayList<>(walk.before());
      List<List<String>> after = new ArrayList<>(walk.after());
      if (walk.reached() > anchor) {
        after.set(anchor, shown(walk.after().get(anchor), kept));
        before.set(anchor, shown(walk.before().get(anchor), keptBefore));
      }
      named.add(new Walk(before, after, walk.between()));
    }
    return named;
  }

  /** Returns the names that each step shows; the neighbour has a place wherever somebody is. */
  private List<Set<String>> kept(List<List<String>> sides, String neighbour) {
    int steps = sides.stream().mapToInt(List::size).max().orElse(0);
    List<Set<String>> kept = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      Map<String, Long> users = new HashMap<>();
      for (List<String> side : sides) {
        if (step < side.size()) {
          users.merge(side.get(step), 1L, Long::sum);
        }
      }
      users.remove(FlowResult.DROPOFF);
      boolean arrives = users.remove(neighbour) != null;
      Set<String> names =
          new HashSet<>(Ranking.largest(users, request.branches() - (arrives ? 1 : 0)));
      names.add(neighbour);
      names.add(FlowResult.DROPOFF);
      kept.add(names);
    }
    return kept;
  }

  private static List<String> shown(List<String> side, List<Set<String>> kept) {
    List<String> names = new ArrayList<>();
    for (int step = 0; step < side.size(); step++) {
      names.add(kept.get(step).contains(side.get(step)) ? side.get(step) : FlowResult.OTHER);
    }
    return names;
  }

  private List<FlowResult.Edge> edges(List<Walk> named, int anchor) {
    Map<FlowResult.Edge, Long> users = new LinkedHashMap<>();
    for (Walk walk : named) {
      if (walk.reached() > anchor) {
        count(users, walk.before().get(anchor), anchor, -1);
        count(users, walk.after().get(anchor), anchor, 1);
      }
    }
    return users.entrySet().stream()
        .map(
            e ->
                new FlowResult.Edge(
                    anchor + 1,
                    e.getKey().step(),
                    e.getKey().from(),
                    e.getKey().to(),
                    e.getValue()))
        .toList();
  }

  private void count(
      Map<FlowResult.Edge, Long> users, List<String> side, int anchor, int direction) {
    String from = anchors.get(anchor).event();
    for (int step = 0; step < side.size(); step++) {
      int place = direction * (step + 1);
      users.merge(new FlowResult.Edge(anchor + 1, place, from, side.get(step), 0), 1L, Long::sum);
      from = side.get(step);
    }
  }

  /** Joins the sides; where they overlap, an event stands once. */
  private List<String> path(Walk walk) {
    List<String> path = new ArrayList<>();
    for (int anchor = 0; anchor < walk.reached(); anchor++) {
      int forward = anchor == 0 ? 0 : request.forwardOf(anchor - 1);
      int between = walk.between().get(anchor);
      // Who came early is already at the end of the side before.
      if (anchor == 0 || between >= forward) {
        List<String> before = new ArrayList<>(walk.before().get(anchor));
        before.remove(FlowResult.DROPOFF);
        List<String> fresh =
            new ArrayList<>(anchor == 0 ? before : first(before, between - forward));
        Collections.reverse(fresh);
        path.addAll(fresh);
        path.add(anchors.get(anchor).event());
      }
      path.addAll(walk.after().get(anchor));
    }
    return path;
  }

  private static List<FlowResult.Path> largest(Map<List<String>, Long> counts, int most) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> String.join("\n", e.getKey()), Ranking.BY_CODE_POINTS))
        .limit(most)
        .map(e -> new FlowResult.Path(e.getKey(), e.getValue()))
        .toList();
  }

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
