package dev.mixpaneldata.error;

import org.jspecify.annotations.Nullable;

/** The error of a query that reaches further into the past than the project's plan allows. */
public final class HistoryLimitException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int days;

  /** Makes an error about a call that reached beyond the plan. */
  public HistoryLimitException(
      int days,
      String message,
      @Nullable String hint,
      int status,
      String method,
      String url,
      String excerpt) {
    super(ErrorCode.PLAN_LIMIT, message, hint, status, method, url, excerpt, null);
    this.days = days;
  }

  /** Returns the number of days before today that the plan allows. */
  public int days() {
    return days;
  }
}
