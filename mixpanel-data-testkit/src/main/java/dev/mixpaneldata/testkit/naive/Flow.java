package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What users did before and after the first event of a name in the range. */
final class Flow {
  private final NaiveProject project;
  private final FlowRequest request;

  Flow(NaiveProject project, FlowRequest request) {
    this.project = project;
    this.request = request;
  }

  FlowResult result() {
    List<List<String>> before = new ArrayList<>();
    List<List<String>> after = new ArrayList<>();
    Predicate<NaiveEvent> shown =
        NaiveProject.named(List.of())
            .and(event -> !request.hidden().contains(event.name()))
            .or(event -> event.name().equals(request.event()));
    for (List<NaiveEvent> events :
        project.eventsByUser(shown.and(project.passing(request.where()))).values()) {
      events.stream()
          .filter(event -> event.name().equals(request.event()))
          .filter(project.within(request.range()))
          .findFirst()
          .ifPresent(
              anchor -> {
                before.add(side(events, anchor, -1, request.reverse()));
                after.add(side(events, anchor, 1, request.forward()));
              });
    }
    nameTheCommonest(before, request.reverse());
    nameTheCommonest(after, request.forward());
    List<FlowResult.Edge> edges = new ArrayList<>();
    for (int step = request.reverse(); step >= 1; step--) {
      edges.addAll(edges(before, step, -step));
    }
    for (int step = 1; step <= request.forward(); step++) {
      edges.addAll(edges(after, step, step));
    }
    return new FlowResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        after.size(),
        edges,
        paths(before, after),
        Optional.empty());
  }

  /** The names of the nearest events on one side; then a drop-off if there are too few. */
  private List<String> side(List<NaiveEvent> events, NaiveEvent anchor, int sign, int most) {
    long window = Duration.ofDays(request.windowDays()).toMillis();
    List<String> names = new ArrayList<>();
    for (NaiveEvent event : events) {
      long since = event.timeMillis() - anchor.timeMillis();
      boolean isAnchor = since == 0 && event.name().equals(anchor.name());
      boolean isOnThisSide = sign > 0 ? since >= 0 && since <= window : since < 0;
      if (!isAnchor && isOnThisSide && since >= -window) {
        names.add(event.name());
      }
    }
    if (sign < 0) {
      Collections.reverse(names);
    }
    if (names.size() < most) {
      names.add(FlowResult.DROPOFF);
    }
    return new ArrayList<>(names.subList(0, Math.min(most, names.size())));
  }

  private void nameTheCommonest(List<List<String>> sides, int steps) {
    for (int i = 0; i < steps; i++) {
      int step = i;
      List<List<String>> there = sides.stream().filter(side -> side.size() > step).toList();
      Map<String, Long> sizes = count(there.stream().map(side -> side.get(step)).toList());
      sizes.remove(FlowResult.DROPOFF);
      List<String> named = Ranking.largest(sizes, request.branches());
      for (List<String> side : there) {
        if (sizes.containsKey(side.get(step)) && !named.contains(side.get(step))) {
          side.set(step, FlowResult.OTHER);
        }
      }
    }
  }

  private List<FlowResult.Edge> edges(List<List<String>> sides, int step, int number) {
    List<List<String>> ends = new ArrayList<>();
    for (List<String> side : sides) {
      if (side.size() >= step) {
        ends.add(List.of(step == 1 ? request.event() : side.get(step - 2), side.get(step - 1)));
      }
    }
    return count(ends).entrySet().stream()
        .map(e -> new FlowResult.Edge(number, e.getKey().get(0), e.getKey().get(1), e.getValue()))
        .sorted(
            Comparator.comparingLong(FlowResult.Edge::users)
                .reversed()
                .thenComparing(FlowResult.Edge::from)
                .thenComparing(FlowResult.Edge::to))
        .toList();
  }

  private List<FlowResult.Path> paths(List<List<String>> before, List<List<String>> after) {
    List<List<String>> whole = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      List<String> path = new ArrayList<>(before.get(i));
      path.remove(FlowResult.DROPOFF);
      Collections.reverse(path);
      path.add(request.event());
      path.addAll(after.get(i));
      whole.add(path);
    }
    return count(whole).entrySet().stream()
        .map(e -> new FlowResult.Path(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparingLong(FlowResult.Path::users)
                .reversed()
                .thenComparing(path -> String.join("\n", path.events())))
        .limit(FlowResult.MOST_PATHS)
        .toList();
  }

  private static <T> Map<T, Long> count(Collection<T> values) {
    Map<T, Long> counts = new HashMap<>();
    values.forEach(value -> counts.merge(value, 1L, Long::sum));
    return counts;
  }
}
