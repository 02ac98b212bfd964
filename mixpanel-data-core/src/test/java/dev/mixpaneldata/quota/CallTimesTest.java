package dev.mixpaneldata.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTimesTest {
  private static final long NOW = 1_793_613_600_000L;

  @Test
  void textAndBack() {
    CallTimes times =
        new CallTimes(List.of(NOW - 5000, NOW - 10), Map.of("id", NOW - 3), NOW + 60_000);
    assertThat(CallTimes.parse(times.text(), Budget.QUERY, NOW)).isEqualTo(times);
    assertThat(CallTimes.parse("", Budget.QUERY, NOW)).isEqualTo(CallTimes.NONE);
  }

  @Test
  void damagedLinesAreLeftOut() {
    String text = "\u0000\u0000x\n" + (NOW - 9) + "\n17305\n99999999999999999999\n" + (NOW - 8);
    assertThat(CallTimes.parse(text, Budget.QUERY, NOW).calls()).containsExactly(NOW - 9, NOW - 8);
  }

  @Test
  void aClockThatWasSetBackMakesNobodyWaitLongerThanTheWindow() {
    CallTimes future = new CallTimes(List.of(NOW + 9_000_000), Map.of(), NOW + 90_000_000);
    CallTimes read = CallTimes.parse(future.text(), Budget.QUERY, NOW);
    assertThat(read.calls()).containsExactly(NOW);
    assertThat(read.blockedUntil()).isEqualTo(NOW + 3_601_000);
  }

  @Test
  void aBlockedBudgetHasNothingLeft() {
    CallTimes times = CallTimes.NONE.blockedUntil(NOW + 1000);
    assertThat(times.left(Budget.EXPORT, NOW)).isZero();
    assertThat(times.verdict(Budget.EXPORT, NOW).nextFree()).isEqualTo(NOW + 1000);
    assertThat(times.verdict(Budget.EXPORT, NOW + 1000).free()).isTrue();
  }

  /**
   * Two cold processes with three workers each, whose first calls connect slowly, or all calls do:
   * what arrives keeps to the limits, although connecting takes now nothing and now seconds.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 300, 1500, 6000})
  void whatArrivesKeepsToTheLimitsHoweverLongConnectingTakes(int slowest) {
    for (int seed = 0; seed < 50; seed++) {
      List<Long> arrivals = new Arrivals(Budget.EXPORT, 6, slowest, new Random(seed)).of(150);
      for (Budget.Limit limit : Budget.EXPORT.limits()) {
        for (int first = 0; first + limit.calls() < arrivals.size(); first++) {
          assertThat(arrivals.get(first + limit.calls()) - arrivals.get(first))
              .as("seed %s, %s", seed, limit)
              .isGreaterThanOrEqualTo(limit.window().toMillis());
        }
      }
    }
  }

  /** Callers of any rhythm, who go when told to, never exceed a limit in any stretch of time. */
  @RepeatedTest(20)
  void noStretchOfTimeHoldsMoreCallsThanItsLimit(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Budget budget = Budget.values()[random.nextInt(Budget.values().length)];
    CallTimes times = CallTimes.NONE;
    List<Long> made = new ArrayList<>();
    long now = NOW;
    for (int call = 0; call < 300; call++) {
      now += (long) (Math.pow(random.nextDouble(), 6) * 600_000);
      times = CallTimes.parse(times.text(), budget, now);
      CallTimes.Verdict verdict = times.verdict(budget, now);
      if (!verdict.free()) {
        assertThat(verdict.nextFree()).isGreaterThan(now);
        now = verdict.nextFree();
        times = times.since(budget, now);
      }
      assertThat(times.verdict(budget, now).free()).isTrue();
      assertThat(times.left(budget, now)).isPositive();
      times = times.plus(now);
      made.add(now);
    }
    for (Budget.Limit limit : budget.limits()) {
      for (int first = 0; first + limit.calls() < made.size(); first++) {
        assertThat(made.get(first + limit.calls()) - made.get(first))
            .isGreaterThan(limit.window().toMillis());
      }
    }
  }
}
