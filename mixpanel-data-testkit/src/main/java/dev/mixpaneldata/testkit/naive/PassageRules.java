package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The rules by which users pass through a funnel (Mixpanel's pages Advanced funnels and Funnels
 * FAQ).
 */
final class PassageRules {
  /** Events at most this far apart are interchangeable in their order. */
  static final long GRACE_MILLIS = 2_000;

  private final FunnelRequest request;
  private final FunnelSteps steps;
  private final long windowMillis;

  PassageRules(NaiveProject project, FunnelRequest request) {
    if (request.order() == FunnelOrder.ANY && !request.exclusions().isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "Steps in any order have no between for exclusions.",
          "Leave out the exclusions, or keep the order of the steps.");
    }
    this.request = request;
    this.steps = new FunnelSteps(project, request);
    this.windowMillis = request.windowOrDefault().duration().toMillis();
  }

  /** Returns the order in which {@link #passages} and {@link #first} want a user's events. */
  Comparator<NaiveEvent> order() {
    return steps.order();
  }

  /** Returns whether a passage can begin with this event. */
  boolean enters(NaiveEvent event) {
    return inAnyOrder() ? openStep(event, new Integer[steps.count()]) >= 0 : isStep(event, 0);
  }

  /** Returns all passages of a user, one after another; they do not overlap. */
  List<Passage> passages(List<NaiveEvent> events, Predicate<NaiveEvent> enters) {
    return inAnyOrder()
        ? besidesTheLongest(candidates(events, enters))
        : oneByOne(candidates(events, enters));
  }

  /**
   * Returns the passage of a user who counts once: from the first entry; in any order the longest.
   */
  Optional<Passage> first(List<NaiveEvent> events, Predicate<NaiveEvent> enters) {
    List<Passage> candidates = candidates(events, enters);
    return inAnyOrder() ? longest(candidates) : candidates.stream().findFirst();
  }

  /** Returns the passage from each event that may enter. */
  private List<Passage> candidates(List<NaiveEvent> events, Predicate<NaiveEvent> enters) {
    return IntStream.range(0, events.size())
        .filter(i -> enters.test(events.get(i)))
        .mapToObj(i -> inAnyOrder() ? passageInAnyOrder(events, i) : passage(events, i))
        .filter(passage -> passage.reaches(0))
        .toList();
  }

  private static List<Passage> oneByOne(List<Passage> candidates) {
    List<Passage> passages = new ArrayList<>();
    for (Passage candidate : candidates) {
      if (passages.isEmpty() || candidate.isAfter(passages.get(passages.size() - 1))) {
        passages.add(candidate);
      }
    }
    return passages;
  }

  /** Returns the longest passage and those that end before it begins or begin after it ends. */
  private static List<Passage> besidesTheLongest(List<Passage> candidates) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    Passage longest = longest(candidates).orElseThrow();
    List<Passage> passages = new ArrayList<>();
    passages.addAll(besidesTheLongest(candidates.stream().filter(longest::isAfter).toList()));
    passages.add(longest);
    passages.addAll(
        besidesTheLongest(candidates.stream().filter(other -> other.isAfter(longest)).toList()));
    return passages;
  }

  private static Optional<Passage> longest(List<Passage> candidates) {
    int most = candidates.stream().mapToInt(p -> p.times().size()).max().orElse(0);
    return candidates.stream().filter(p -> p.times().size() == most).findFirst();
  }

  private boolean inAnyOrder() {
    return request.order() == FunnelOrder.ANY;
  }

  private boolean isStep(NaiveEvent event, int step) {
    return steps.isStep(event, step);
  }

  /**
   * Follows the steps in order. Each step is taken by the first unused event that lies after the
   * step before it, or at most the grace before it.
   */
  private Passage passage(List<NaiveEvent> events, int entry) {
    List<Integer> path = new ArrayList<>(List.of(entry));
    Optional<Integer> next = next(events, path);
    while (next.isPresent()) {
      path.add(next.get());
      next = next(events, path);
    }
    long start = events.get(entry).timeMillis();
    boolean converted = path.size() == steps.count();
    long left = converted ? time(events, path, path.size() - 1) : start + windowMillis;
    int reached = path.size();
    for (int i = 0; i < request.exclusions().size(); i++) {
      Optional<NaiveEvent> hit = hit(events, path, i);
      if (hit.isPresent()) {
        left = Math.min(left, hit.get().timeMillis());
        reached = Math.min(reached, lostStep(events, path, i, hit.get()).orElse(reached));
      }
    }
    List<Long> times =
        path.subList(0, reached).stream().map(index -> events.get(index).timeMillis()).toList();
    return new Passage(times, Math.max(left, start));
  }

  private Optional<Integer> next(List<NaiveEvent> events, List<Integer> path) {
    if (path.size() == steps.count()) {
      return Optional.empty();
    }
    long earliest = time(events, path, path.size() - 1) - GRACE_MILLIS;
    for (int i = 0; i < events.size(); i++) {
      NaiveEvent event = events.get(i);
      if (event.timeMillis() >= earliest
          && isStep(event, path.size())
          && !path.contains(i)
          && belongs(event, events.get(path.get(0)))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** Returns whether an event is in the window, end included, and has the values of the entry. */
  private boolean belongs(NaiveEvent event, NaiveEvent entry) {
    return event.timeMillis() <= entry.timeMillis() + windowMillis
        && steps.held(event).equals(steps.held(entry));
  }

  /**
   * Returns the first excluded event that ends the passage. It lies later, by more than the grace,
   * than the step from which its exclusion counts. It lies before a step until which the exclusion
   * counts, or while the user waits for one.
   */
  private Optional<NaiveEvent> hit(List<NaiveEvent> events, List<Integer> path, int exclusion) {
    if (from(exclusion) >= path.size()) {
      return Optional.empty();
    }
    long after = time(events, path, from(exclusion)) + GRACE_MILLIS;
    for (int i = 0; i < events.size(); i++) {
      NaiveEvent event = events.get(i);
      if (steps.isExcluded(event, exclusion)
          && event.timeMillis() > after
          && !path.contains(i)
          && (lostStep(events, path, exclusion, event).isPresent()
              || isAwaited(events, path, exclusion, event))) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the first step under the exclusion that comes after an event by more than the grace.
   */
  private OptionalInt lostStep(
      List<NaiveEvent> events, List<Integer> path, int exclusion, NaiveEvent event) {
    return IntStream.range(from(exclusion) + 1, path.size())
        .filter(step -> step <= to(exclusion))
        .filter(step -> time(events, path, step) > event.timeMillis() + GRACE_MILLIS)
        .findFirst();
  }

  private boolean isAwaited(
      List<NaiveEvent> events, List<Integer> path, int exclusion, NaiveEvent event) {
    return path.size() < steps.count()
        && path.size() <= to(exclusion)
        && event.timeMillis() > time(events, path, path.size() - 1)
        && event.timeMillis() <= time(events, path, 0) + windowMillis;
  }

  private int from(int exclusion) {
    Exclusion excluded = request.exclusions().get(exclusion);
    return excluded.fromStep().orElse(1) - 1;
  }

  private int to(int exclusion) {
    Exclusion excluded = request.exclusions().get(exclusion);
    return excluded.toStep().orElse(steps.count()) - 1;
  }

  /**
   * Follows the steps in any order. Each event of the window from the entry on takes the first open
   * step that it matches. A step is reached when it and all before it are done, so that none is
   * reached without the first one.
   */
  private Passage passageInAnyOrder(List<NaiveEvent> events, int entry) {
    NaiveEvent first = events.get(entry);
    Integer[] done = new Integer[steps.count()];
    for (int i = entry; i < events.size(); i++) {
      int step = openStep(events.get(i), done);
      if (step >= 0 && belongs(events.get(i), first)) {
        done[step] = i;
      }
    }
    List<Long> times = new ArrayList<>();
    long latest = first.timeMillis();
    for (int step = 0; step < done.length && done[step] != null; step++) {
      latest = Math.max(latest, events.get(done[step]).timeMillis());
      times.add(step == 0 ? first.timeMillis() : latest);
    }
    boolean converted = times.size() == steps.count();
    return new Passage(times, converted ? latest : first.timeMillis() + windowMillis);
  }

  /** Returns the first open step that the event matches; -1 for none. */
  private int openStep(NaiveEvent event, Integer[] done) {
    for (int step = 0; step < done.length; step++) {
      if (done[step] == null && isStep(event, step)) {
        return step;
      }
    }
    return -1;
  }

  private static long time(List<NaiveEvent> events, List<Integer> path, int step) {
    return events.get(path.get(step)).timeMillis();
  }
}
