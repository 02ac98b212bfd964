package dev.mixpaneldata.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Workers of any process who share a ledger, played through without passing any time: each takes a
 * permit, connects, sends, waits for its answer and begins anew.
 */
final class Arrivals {
  /** By how much the way there differs between calls that left; less than the ledger allows for. */
  private static final int JITTER = 250;

  private final Budget budget;
  private final int slowest;
  private final Random random;
  private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::at));
  private final List<Long> arrivals = new ArrayList<>();
  private CallTimes times = CallTimes.NONE;

  /** What happens when. */
  private record Step(long at, String booking) {}

  Arrivals(Budget budget, int workers, int slowest, Random random) {
    this.budget = budget;
    this.slowest = slowest;
    this.random = random;
    for (int worker = 0; worker < workers; worker++) {
      steps.add(new Step(1_793_613_600_000L + random.nextInt(3), ""));
    }
  }

  /** When so many calls arrive, in order. */
  List<Long> of(int calls) {
    while (arrivals.size() < calls) {
      Step step = steps.remove();
      long now = step.at();
      times = CallTimes.parse(times.text(), budget, now);
      if (step.booking().isEmpty()) {
        ask(now);
      } else {
        times = times.without(step.booking()).plus(now);
        arrivals.add(now + 20 + random.nextInt(JITTER));
        steps.add(new Step(now + 300 + random.nextInt(2000), ""));
      }
    }
    arrivals.sort(null);
    return arrivals;
  }

  private void ask(long now) {
    CallTimes.Verdict verdict = times.verdict(budget, now);
    if (!verdict.free()) {
      steps.add(new Step(verdict.nextFree(), ""));
      return;
    }
    String id = "call" + steps.size() + "-" + random.nextLong();
    times = times.booking(id, now);
    boolean warm = arrivals.size() > 12 && random.nextBoolean();
    steps.add(new Step(now + (slowest == 0 || warm ? 1 : random.nextInt(slowest)), id));
  }
}
