package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * The calls of a budget in the window that ends now.
 *
 * @param budget the budget
 * @param used the calls made in the window by this machine
 * @param left the calls that may begin now
 * @param nextFree the earliest time for the next call: now, if calls are left
 */
public record CallsLeft(Budget budget, int used, int left, Instant nextFree) {
  /** Returns the present state of a budget. */
  public static CallsLeft of(Quota quota, Budget budget) {
    Allowance allowance = quota.remaining(budget);
    int most = budget.limits().get(0).calls();
    int left = Math.min(allowance.calls(), most);
    return new CallsLeft(budget, most - left, left, allowance.nextFree());
  }

  /** Returns the state in a few words, such as {@code query: 57 of 60 left}. */
  public String inWords() {
    return budget.id() + ": " + left + " of " + (used + left) + " left";
  }
}
