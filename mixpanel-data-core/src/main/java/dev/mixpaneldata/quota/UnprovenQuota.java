package dev.mixpaneldata.quota;

import java.time.Instant;

/**
 * The budgets of credentials that may be invented. Until Mixpanel has accepted them, their calls
 * count against budgets of their own, so that strangers cannot use up a project's; from then on
 * against the project's, beginning with the call that was accepted. Thread-safe.
 */
public final class UnprovenQuota implements Quota {
  private final Standing standing;
  private final Quota project;

  /**
   * @param standing the standing of the credentials, also from other sessions
   * @param project the budgets of the project that they name
   */
  public UnprovenQuota(Standing standing, Quota project) {
    this.standing = standing;
    this.project = project;
  }

  /** The standing of some credentials: accepted by Mixpanel or not yet. Thread-safe. */
  public static final class Standing {
    private final Quota own;
    private volatile boolean accepted;

    /**
     * @param own the budgets of the credentials until they are accepted
     */
    public Standing(Quota own) {
      this.own = own;
    }

    /** Returns whether Mixpanel has accepted the credentials. */
    public boolean isAccepted() {
      return accepted;
    }
  }

  private Quota current() {
    return standing.accepted ? project : standing.own;
  }

  @Override
  public Permit acquire(Budget budget, WaitRules rules) {
    if (standing.accepted) {
      return project.acquire(budget, rules);
    }
    Permit permit = standing.own.acquire(budget, rules);
    return new Permit() {
      @Override
      public void sent() {
        permit.sent();
      }

      @Override
      public void accepted() {
        standing.accepted = true;
        project.count(budget);
      }

      @Override
      public void close() {
        permit.close();
      }
    };
  }

  @Override
  public Allowance remaining(Budget budget) {
    return current().remaining(budget);
  }

  @Override
  public void count(Budget budget) {
    current().count(budget);
  }

  @Override
  public void exhausted(Budget budget, Instant until) {
    current().exhausted(budget, until);
  }
}
