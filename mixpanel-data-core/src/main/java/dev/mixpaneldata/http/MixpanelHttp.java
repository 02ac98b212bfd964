package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.WaitRules;

/**
 * Calls Mixpanel: signs, keeps to the budgets, repeats what may be repeated, and turns every
 * failure into a {@link dev.mixpaneldata.error.MixpanelDataException} with its code. Thread-safe.
 *
 * <p>{@code send} and {@code open} both fail with {@link dev.mixpaneldata.error.ApiException} when
 * Mixpanel refused or could not be reached, and with {@link
 * dev.mixpaneldata.error.RateLimitException} when a wait is longer than the rules allow.
 */
public interface MixpanelHttp {
  /** A client for these credentials; see {@link MixpanelHttpBuilder} for what can be changed. */
  static MixpanelHttpBuilder builder(Credentials credentials) {
    return new MixpanelHttpBuilder(credentials);
  }

  /** Makes the call and reads the answer whole. */
  Answer send(Call call);

  /**
   * Makes the call and returns as soon as the answer begins. Retries end there: a body that breaks
   * off is the caller's to ask for again.
   */
  StreamedAnswer open(Call call);

  /** The same client, sharing its connections and budgets, that waits by these rules. */
  MixpanelHttp with(WaitRules rules);

  /** Whose calls these are. */
  Credentials credentials();

  /** Where the calls go. */
  Endpoints endpoints();

  /** What is left of the project's budgets. */
  Quota quota();
}
