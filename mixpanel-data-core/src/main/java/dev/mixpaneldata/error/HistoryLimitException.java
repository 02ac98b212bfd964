package dev.mixpaneldata.error;

import org.jspecify.annotations.Nullable;

/** A query reached further into the past than the project's plan keeps data. */
public final class HistoryLimitException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final int days;

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

  /** How many days before today the plan allows. */
  public int days() {
    return days;
  }
}
