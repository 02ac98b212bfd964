package dev.mixpaneldata.error;

/** The stable names of errors. */
public enum ErrorCode {
  /** The credentials are wrong, expired or missing a permission to authenticate. */
  AUTH_FAILED(2),
  /** No credentials were found in the call, the environment or the configuration file. */
  CREDENTIALS_MISSING(2),
  /** The credentials are right but their role does not allow this. */
  PERMISSION_DENIED(2),
  /** The project's plan does not include this API, or not this far into the past. */
  PLAN_LIMIT(1),
  /** The project lives in another region than the one asked. */
  WRONG_REGION(1),
  /** An argument is missing, malformed or contradicts another. */
  INVALID_ARGUMENT(3),
  /** The source that was asked cannot answer this, but another may; no query was spent. */
  CANNOT_ANSWER(3),
  /** Mixpanel or DuckDB refused the query. */
  QUERY_FAILED(3),
  /** The named account is not in the configuration file. */
  ACCOUNT_NOT_FOUND(4),
  /** The thing asked for does not exist at Mixpanel. */
  NOT_FOUND(4),
  /** There is no local database file yet. */
  DATABASE_NOT_FOUND(4),
  /** The local database has no table of this name. */
  TABLE_NOT_FOUND(4),
  /** The table exists, and the fetch neither appends to it nor replaces it. */
  TABLE_EXISTS(1),
  /** Another process holds the database file. */
  DATABASE_LOCKED(1),
  /** The hour's or second's budget of calls is used up. */
  RATE_LIMITED(5),
  /** The configuration file cannot be read or written. */
  CONFIG_INVALID(1),
  /** Mixpanel answered with a failure of its own. */
  SERVER_ERROR(1),
  /** Mixpanel sent an answer that cannot be understood. */
  BAD_RESPONSE(1),
  /** The connection could not be made or broke. */
  NETWORK_ERROR(1),
  /** An answer did not arrive in time. */
  TIMEOUT(1),
  /** A window of an export could not be received completely. */
  EXPORT_INCOMPLETE(1),
  /** The local file system or database failed. */
  STORAGE_FAILED(1),
  /** The file system is full. */
  DISK_FULL(1),
  /** The user said no to a question. */
  DECLINED(1),
  /** The user or the caller stopped the operation. */
  INTERRUPTED(130);

  private final int exitStatus;

  ErrorCode(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  /** Returns the exit status of a process that ends with this error. */
  public int exitStatus() {
    return exitStatus;
  }

  /** Returns whether the same call may succeed when it is repeated after a while. */
  public boolean isRetriable() {
    return switch (this) {
      case SERVER_ERROR, BAD_RESPONSE, NETWORK_ERROR, TIMEOUT, EXPORT_INCOMPLETE -> true;
      default -> false;
    };
  }

  /** Returns whether Mixpanel cannot be asked now, whatever the question is. */
  public boolean isOnlyForNow() {
    return switch (this) {
      case RATE_LIMITED, NETWORK_ERROR, TIMEOUT -> true;
      default -> false;
    };
  }

  /** Returns whether any other call of the same run would fail in the same way. */
  public boolean concernsWholeRun() {
    return switch (this) {
      case AUTH_FAILED,
          CREDENTIALS_MISSING,
          PERMISSION_DENIED,
          WRONG_REGION,
          ACCOUNT_NOT_FOUND,
          CONFIG_INVALID,
          RATE_LIMITED,
          INTERRUPTED ->
          true;
      default -> false;
    };
  }
}
