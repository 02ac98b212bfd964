package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;
import java.util.Optional;

/**
 * The client of Mixpanel's APIs. It signs calls, keeps to the budgets, repeats calls that may be
 * repeated, and turns every failure into a {@link dev.mixpaneldata.error.MixpanelDataException}
 * with its code. Thread-safe.
 *
 * <p>{@code send} and {@code open} both fail with {@link dev.mixpaneldata.error.ApiException} if
 * Mixpanel refuses or cannot be reached, and with {@link dev.mixpaneldata.error.RateLimitException}
 * if a wait is longer than the rules allow.
 */
public interface MixpanelHttp {
  /** Returns a builder of a client for these credentials. */
  static MixpanelHttpBuilder builder(Credentials credentials) {
    return new MixpanelHttpBuilder(credentials);
  }

  /** Makes the call and reads the whole answer. */
  Answer send(Call call);

  /**
   * Makes the call and returns as soon as the answer begins. Retries end there: the caller repeats
   * the call if the body breaks off.
   */
  StreamedAnswer open(Call call);

  /** Returns the request that a call would make, without sending it. */
  RequestPreview preview(Call call);

  /**
   * Does the work that the first call of a process does for all, a third of a second. A program
   * that is about to call may do it beside other work.
   */
  static void prepare() {
    MixpanelHttpBuilder.prepare();
  }

  /**
   * Returns a client that waits by these rules and shares connections and budgets with this one.
   */
  MixpanelHttp with(WaitRules rules);

  /**
   * Returns a client that keeps new answers, but returns no kept one, and shares everything else
   * with this one.
   */
  MixpanelHttp refreshing();

  /** Returns the answers that are kept in memory, for clients whose answers change rarely. */
  AnswerCache cache();

  /** Returns the credentials of the calls. */
  Credentials credentials();

  /**
   * Returns the data view that queries use and whose saved objects are listed, if one is chosen.
   */
  Optional<Long> dataView();

  /** Returns the hosts of the calls. */
  Endpoints endpoints();

  /** Returns the project's budgets, with what is left of them. */
  Quota quota();
}
