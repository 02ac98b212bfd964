package dev.mixpaneldata.jql;

import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import java.time.Duration;

/**
 * Runs scripts at Mixpanel (JQL reference). A script runs at most 2 minutes, over at most 5 GB of
 * events, and is one of the project's 60 queries an hour. They see ids as events carry them, and
 * not the users that Mixpanel merged.
 */
public final class Jql {
  /** A little more than a script may run. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final MixpanelHttp http;

  /** Creates a runner of scripts over this HTTP client. */
  public Jql(MixpanelHttp http) {
    this.http = http;
  }

  /**
   * Runs a script. If the script fails, the error is {@code QUERY_FAILED} and shows the script's
   * own message. If Mixpanel has no JQL any more, it is {@code CANNOT_ANSWER}.
   */
  public JqlResult run(JqlRequest request) {
    Call call =
        Call.post(ApiFamily.QUERY, "/jql")
            .idempotent()
            .answerWithin(LONGEST)
            .field("script", request.script())
            .field("params", request.params().orElse(null));
    try {
      return JqlResult.of(http.send(call).json());
    } catch (ApiException e) {
      throw e.isGone() ? gone(e) : e;
    }
  }

  private static MixpanelDataException gone(ApiException e) {
    return MixpanelDataException.cannotAnswer(
        "Mixpanel no longer runs JQL (HTTP " + e.status() + ").",
        Hint.of(
            "Fetch the events with {}, and ask the table with {}.",
            Reference.FETCH_EVENTS,
            Reference.SQL));
  }
}
