package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Flows: the events that follow an event or lead to it, user by user. */
final class Flow {
  private final NaiveProject project;
  private final FlowRequest request;
  private final List<List<String>> befores = new ArrayList<>();
  private final List<List<String>> afters = new ArrayList<>();

  Flow(NaiveProject project, FlowRequest request) {
    this.project = project;
    this.request = request;
  }

  FlowResult result() {
    Predicate<NaiveEvent> begins =
        NaiveProject.named(List.of(request.event())).and(project.within(request.range()));
    project
        .eventsByUser(project.passing(request.where()).and(this::isShown))
        .forEach(
            (user, events) ->
                events.stream().filter(begins).findFirst().ifPresent(e -> walk(e, events)));
    List<List<String>> namedBefore = named(befores, request.reverse());
    List<List<String>> namedAfter = named(afters, request.forward());
    List<FlowResult.Edge> edges = new ArrayList<>();
    edges.addAll(edges(namedBefore, -1));
    edges.addAll(edges(namedAfter, 1));
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from, Ranking.BY_CODE_POINTS)
            .thenComparing(FlowResult.Edge::to, Ranking.BY_CODE_POINTS));
    return FlowResult.of(
        request, befores.size(), edges, paths(namedBefore, namedAfter), Optional.empty());
  }

  private boolean isShown(NaiveEvent event) {
    return event.name().equals(request.event())
        || (NaiveProject.named(List.of()).test(event) && !request.hidden().contains(event.name()));
  }

  /** Follows a user around an event; one of the same name and time counts as that event. */
  private void walk(NaiveEvent anchor, List<NaiveEvent> events) {
    long window = Duration.ofDays(request.windowDays()).toMillis();
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (NaiveEvent event : events) {
      long since = event.timeMillis() - anchor.timeMillis();
      boolean same = since == 0 && event.name().equals(anchor.name());
      if (same || Math.abs(since) > window) {
        continue;
      }
      (since < 0 ? before : after).add(event.name());
    }
    Collections.reverse(before);
    befores.add(steps(before, request.reverse()));
    afters.add(steps(after, request.forward()));
  }

  private static List<String> steps(List<String> events, int most) {
    List<String> steps = new ArrayList<>(events.subList(0, Math.min(most, events.size())));
    if (steps.size() < most) {
      steps.add(FlowResult.DROPOFF);
    }
    return steps;
  }

  /** Returns the sides with the rarer events of each step as others. */
  private List<List<String>> named(List<List<String>> sides, int steps) {
    List<Set<String>> kept = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      Map<String, Long> users = new LinkedHashMap<>();
      for (List<String> side : sides) {
        if (step < side.size() && !side.get(step).equals(FlowResult.DROPOFF)) {
          users.merge(side.get(step), 1L, Long::sum);
        }
      }
      kept.add(new HashSet<>(Ranking.largest(users, request.branches())));
    }
    List<List<String>> named = new ArrayList<>();
    for (List<String> side : sides) {
      List<String> names = new ArrayList<>();
      for (int step = 0; step < side.size(); step++) {
        String name = side.get(step);
        boolean stays = name.equals(FlowResult.DROPOFF) || kept.get(step).contains(name);
        names.add(stays ? name : FlowResult.OTHER);
      }
      named.add(names);
    }
    return named;
  }

  private List<FlowResult.Edge> edges(List<List<String>> sides, int sign) {
    Map<FlowResult.Edge, Long> users = new LinkedHashMap<>();
    for (List<String> side : sides) {
      String from = request.event();
      for (int step = 0; step < side.size(); step++) {
        users.merge(new FlowResult.Edge(sign * (step + 1), from, side.get(step), 0), 1L, Long::sum);
        from = side.get(step);
      }
    }
    return users.entrySet().stream()
        .map(
            e ->
                new FlowResult.Edge(
                    e.getKey().step(), e.getKey().from(), e.getKey().to(), e.getValue()))
        .toList();
  }

  private List<FlowResult.Path> paths(List<List<String>> before, List<List<String>> after) {
    Map<List<String>, Long> users = new LinkedHashMap<>();
    for (int i = 0; i < before.size(); i++) {
      List<String> path = new ArrayList<>();
      for (String name : before.get(i)) {
        if (!name.equals(FlowResult.DROPOFF)) {
          path.add(0, name);
        }
      }
      path.add(request.event());
      path.addAll(after.get(i));
      users.merge(path, 1L, Long::sum);
    }
    return users.entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(e -> String.join("\n", e.getKey()), Ranking.BY_CODE_POINTS))
        .limit(FlowResult.MOST_PATHS)
        .map(e -> new FlowResult.Path(e.getKey(), e.getValue()))
        .toList();
  }
}
