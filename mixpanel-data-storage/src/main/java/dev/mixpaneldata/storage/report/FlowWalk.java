package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A way through the events of a flow that some users share.
 *
 * @param before the events before each event of the flow that they did, nearest first
 * @param after the events after it
 * @param between how many events lie between it and the one before it
 */
record FlowWalk(
    List<List<String>> before, List<List<String>> after, List<Integer> between, long users) {

  /**
   * Follows a way from the first event of a flow.
   *
   * @param earlier the events before it, nearest first
   * @param later the events after it, in order
   * @param roles for each of the later events, a bit for each event of the flow that it is
   */
  static FlowWalk of(
      FlowRequest request,
      List<String> earlier,
      List<String> later,
      List<Integer> roles,
      long users) {
    FlowWalk walk = new FlowWalk(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), users);
    walk.before.add(ended(earlier, request.reverseOf(0)));
    walk.between.add(0);
    int begin = 0;
    int last = request.events().size() - 1;
    for (int anchor = 0; anchor <= last; anchor++) {
      int next = anchor == last ? -1 : next(roles, begin, 1 << (anchor + 1));
      if (next < 0) {
        walk.after.add(ended(later.subList(begin, later.size()), request.forwardOf(anchor)));
        break;
      }
      List<String> between = later.subList(begin, next);
      walk.between.add(between.size());
      walk.after.add(
          until(between, request.events().get(anchor + 1).event(), request.forwardOf(anchor)));
      List<String> back = new ArrayList<>(between);
      Collections.reverse(back);
      walk.before.add(
          until(back, request.events().get(anchor).event(), request.reverseOf(anchor + 1)));
      begin = next + 1;
    }
    return walk;
  }

  /** Returns how many events of the flow they did. */
  int reached() {
    return before.size();
  }

  private static int next(List<Integer> roles, int begin, int role) {
    for (int i = begin; i < roles.size(); i++) {
      if ((roles.get(i) & role) != 0) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the events of a side, with a drop-off at its end if there are fewer than asked for. */
  private static List<String> ended(List<String> events, int most) {
    List<String> side = new ArrayList<>(events.subList(0, Math.min(most, events.size())));
    if (side.size() < most) {
      side.add(FlowResult.DROPOFF);
    }
    return side;
  }

  /** Returns the events of a side that ends at the latest with a neighbour. */
  private static List<String> until(List<String> events, String neighbour, int most) {
    List<String> side = new ArrayList<>(events.subList(0, Math.min(most, events.size())));
    if (side.size() < most) {
      side.add(neighbour);
    }
    return side;
  }

  /** Returns all events in order of time; where sides overlap, an event stands once. */
  List<String> path(FlowRequest request) {
    List<String> path = new ArrayList<>();
    for (int anchor = 0; anchor < reached(); anchor++) {
      int shown = anchor == 0 ? 0 : request.forwardOf(anchor - 1);
      int hidden = between.get(anchor) - shown;
      // Who came early is already at the end of the side before.
      if (anchor == 0 || hidden >= 0) {
        List<String> side = new ArrayList<>(before.get(anchor));
        side.remove(FlowResult.DROPOFF);
        List<String> fresh =
            new ArrayList<>(anchor == 0 ? side : side.subList(0, Math.min(hidden, side.size())));
        Collections.reverse(fresh);
        path.addAll(fresh);
        path.add(request.events().get(anchor).event());
      }
      path.addAll(after.get(anchor));
    }
    return path;
  }
}
