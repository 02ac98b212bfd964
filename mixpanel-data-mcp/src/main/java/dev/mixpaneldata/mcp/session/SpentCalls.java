package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.quota.Allowance;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.Permit;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** A count of the calls that a session sends to Mixpanel, by budget. Thread-safe. */
public final class SpentCalls {
  private final Map<Budget, AtomicLong> sent = new EnumMap<>(Budget.class);

  /** Creates a count that begins at zero. */
  public SpentCalls() {
    for (Budget budget : Budget.values()) {
      sent.put(budget, new AtomicLong());
    }
  }

  /** A moment in the count. */
  public final class Mark {
    private final Map<Budget, Long> then = new EnumMap<>(Budget.class);

    private Mark() {
      sent.forEach((budget, count) -> then.put(budget, count.get()));
    }

    /** Returns the budgets of which a call was sent since. */
    public List<Budget> spentSince() {
      return then.keySet().stream().filter(this::grew).toList();
    }

    private boolean grew(Budget budget) {
      return of(budget).get() > Objects.requireNonNull(then.get(budget));
    }
  }

  /** Marks the present moment. */
  public Mark mark() {
    return new Mark();
  }

  private AtomicLong of(Budget budget) {
    return Objects.requireNonNull(sent.get(budget));
  }

  /** Returns these budgets, whose calls are counted here as they leave. */
  public Quota counting(Quota budgets) {
    return new Quota() {
      @Override
      public Permit acquire(Budget budget, WaitRules rules) {
        Permit permit = budgets.acquire(budget, rules);
        return new Permit() {
          @Override
          public void sent() {
            of(budget).incrementAndGet();
            permit.sent();
          }

          @Override
          public void accepted() {
            permit.accepted();
          }

          @Override
          public void close() {
            permit.close();
          }
        };
      }

      @Override
      public Allowance remaining(Budget budget) {
        return budgets.remaining(budget);
      }

      @Override
      public void count(Budget budget) {
        budgets.count(budget);
      }

      @Override
      public void exhausted(Budget budget, Instant until) {
        budgets.exhausted(budget, until);
      }
    };
  }
}
