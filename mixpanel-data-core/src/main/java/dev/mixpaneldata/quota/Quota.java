package dev.mixpaneldata.quota;

import java.time.Instant;

/** The budgets of one project. Implementations are thread-safe. */
public interface Quota {
  /** Waits until a call may begin, by the rules, and books it. */
  Permit acquire(Budget budget, WaitRules rules);

  /** Returns the remaining calls, without taking any. */
  Allowance remaining(Budget budget);

  /** Counts a call that leaves now without waiting for its turn. */
  void count(Budget budget);

  /** Records Mixpanel's report that the budget is used up: no call begins before this time. */
  void exhausted(Budget budget, Instant until);

  /** Returns a quota without limits, for tests and for calls that count against none. */
  static Quota unlimited() {
    return new Quota() {
      @Override
      public Permit acquire(Budget budget, WaitRules rules) {
        return () -> {};
      }

      @Override
      public Allowance remaining(Budget budget) {
        return new Allowance(Integer.MAX_VALUE, Instant.EPOCH);
      }

      @Override
      public void count(Budget budget) {}

      @Override
      public void exhausted(Budget budget, Instant until) {}
    };
  }
}
