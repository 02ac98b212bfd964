package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.HistoryLimitException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Maps an answer that reports a failure to an error. Mixpanel uses some statuses for several
 * failures, so the text decides first: wrong credentials come as 401 and as 400, and a project of
 * another region comes as 400.
 */
final class ErrorMapper {
  private static final Pattern AUTHENTICATION =
      Pattern.compile(
          "(?i)unable to authenticate|authentication (failed|credentials)|not authenticated"
              + "|invalid (service account|credentials|api secret|secret)");
  private static final Pattern OTHER_REGION =
      Pattern.compile("(?i)invalid project id for cluster|wrong (cluster|region)|data residency");
  private static final Pattern HISTORY =
      Pattern.compile("(?i)date range exceeds ([0-9]{1,6}) days? into the past");

  private final SignIn signIn;
  private final Region region;
  private final Redactor redactor;
  private final Clock clock;

  ErrorMapper(SignIn signIn, Region region, Redactor redactor, Clock clock) {
    this.signIn = signIn;
    this.region = region;
    this.redactor = redactor;
    this.clock = clock;
  }

  /** Returns whether an answer is about authentication; its status does not matter. */
  static boolean isAboutAuthentication(int status, String body) {
    return status == 401 || status == 400 && AUTHENTICATION.matcher(ErrorText.of(body)).find();
  }

  /** Returns the failure that an answer reports by its status, or by an error inside a 200. */
  AttemptFailure map(SentCall sent, int status, HttpHeaders headers, String body) {
    FailureKind kind = kind(status, body);
    return new AttemptFailure(kind, error(sent, status, body), RetryAfter.parse(headers, clock));
  }

  private static FailureKind kind(int status, String body) {
    return switch (status) {
      case 429 -> RateLimitCounters.kind(body);
      case 500 -> FailureKind.SERVER_FAULT;
      case 408, 502, 503, 504, 524 -> FailureKind.UNAVAILABLE;
      default -> FailureKind.FINAL;
    };
  }

  private ApiException error(SentCall sent, int status, String body) {
    String said = redactor.clean(ErrorText.of(body));
    Answered answered = new Answered(sent, status, said, redactor.clean(ErrorText.excerpt(body)));
    Matcher history = HISTORY.matcher(said);
    if (history.find()) {
      return historyLimit(answered, Integer.parseInt(history.group(1)));
    }
    if (OTHER_REGION.matcher(said).find()) {
      return answered.error(
          ErrorCode.WRONG_REGION, "The project is not in the region " + region, otherRegions());
    }
    if (isAboutAuthentication(status, body)
        || status == 200 && AUTHENTICATION.matcher(said).find()) {
      return answered.error(
          ErrorCode.AUTH_FAILED,
          "Mixpanel does not accept the credentials",
          signIn.remedy() + " The region is now " + region + ".");
    }
    return byStatus(answered);
  }

  private ApiException byStatus(Answered answered) {
    int status = answered.status();
    return switch (status) {
      case 200, 400, 422 ->
          answered.error(
              refused(answered.sent()),
              "Mixpanel refused the call",
              "Correct what the message names: ids, names, dates or expressions of the call.");
      case 402 ->
          answered.error(
              ErrorCode.PLAN_LIMIT,
              "The project's plan does not include this API",
              answered.sent().family() == ApiFamily.INGESTION
                  ? "The events of the plan may be used up: see Organization settings, Plan."
                  : "The query API needs a Growth or Enterprise plan; the raw export may still"
                      + " work.");
      case 403 ->
          answered.error(
              ErrorCode.PERMISSION_DENIED,
              "The account lacks the permission for this in the project",
              "Give it a role in the project: Consumer or Analyst to read, Admin or Owner to import"
                  + " and to change schemas.");
      case 404 ->
          answered.error(
              ErrorCode.NOT_FOUND,
              "Mixpanel has nothing at " + answered.sent().label(),
              "Check the id or the name, and whether the project is the right one.");
      case 405, 410 -> gone(answered);
      case 408, 504, 524 ->
          answered.error(
              ErrorCode.TIMEOUT,
              "Mixpanel did not finish in time",
              uncertain(answered, "Request less at once: fewer days, or fewer properties."));
      case 412 ->
          answered.error(
              ErrorCode.QUERY_FAILED,
              "The JQL script failed",
              "Correct the script at the place that the message names.");
      case 413 ->
          answered.error(ErrorCode.INVALID_ARGUMENT, "The call is too large", "Send less at once.");
      case 429 -> answered.error(ErrorCode.RATE_LIMITED, "Mixpanel's rate limit is used up", null);
      default -> remaining(answered);
    };
  }

  private static ApiException gone(Answered answered) {
    return answered.sent().family() == ApiFamily.QUERY
        ? answered.error(
            ErrorCode.CANNOT_ANSWER,
            "Mixpanel no longer answers " + answered.sent().label(),
            "Ask for another report of the same numbers, or fetch the events and ask their table.")
        : remaining(answered);
  }

  private static ApiException remaining(Answered answered) {
    int status = answered.status();
    if (status >= 500) {
      return answered.error(
          ErrorCode.SERVER_ERROR,
          "Mixpanel failed",
          uncertain(answered, "Try again later. If the error remains, request less at once."));
    }
    if (status >= 400) {
      return answered.error(
          ErrorCode.INVALID_ARGUMENT,
          "Mixpanel refused the call",
          "Correct what the message names: ids, names or values of the call.");
    }
    return answered.error(
        ErrorCode.BAD_RESPONSE,
        "The server answered with a redirect or with nothing usable",
        "A proxy may have answered, or the base URL is not Mixpanel's.");
  }

  /**
   * Returns a hint: a change that may have been carried out must be checked before it is repeated.
   */
  private static String uncertain(Answered answered, String otherwise) {
    return answered.sent().call().isIdempotent()
        ? otherwise
        : "The change may have been carried out. Check before you repeat it.";
  }

  /**
   * Returns the code of a refusal: the query and export APIs refuse a query, the others an
   * argument.
   */
  private static ErrorCode refused(SentCall sent) {
    return switch (sent.family()) {
      case QUERY, EXPORT -> ErrorCode.QUERY_FAILED;
      case APP, INGESTION, PIPELINES, WEB -> ErrorCode.INVALID_ARGUMENT;
    };
  }

  private HistoryLimitException historyLimit(Answered answered, int days) {
    return new HistoryLimitException(
        days,
        "The project's plan keeps " + days + " days: " + answered.said() + ".",
        "Begin no earlier than " + days + " days before today.",
        answered.status(),
        answered.sent().method(),
        answered.sent().url(),
        answered.excerpt());
  }

  private String otherRegions() {
    String others = region.others().stream().map(Region::id).collect(Collectors.joining(" or "));
    return "Set the region to " + others + ", as Project settings, Overview says.";
  }

  /** An answer whose texts no longer hold secrets. */
  private record Answered(SentCall sent, int status, String said, String excerpt) {
    ApiException error(ErrorCode code, String message, @Nullable String hint) {
      String end = said.isEmpty() ? "." : ": " + said;
      return new ApiException(
          code,
          message + " (HTTP " + status + ")" + end,
          hint,
          status,
          sent.method(),
          sent.url(),
          excerpt,
          null);
    }
  }
}
