package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.Optional;

/** Feature flags as programs see them: what users get, and by which rules (flags reference). */
public final class FlagEvaluation {
  private final AppClient client;
  private final Optional<Secret> token;

  /**
   * Creates a client.
   *
   * @param token the token of the project, which is sent if it is known
   */
  public FlagEvaluation(MixpanelHttp http, Optional<Secret> token) {
    this.client = new AppClient(http);
    this.token = token;
  }

  /** Returns the variants that a user gets; a flag that the user does not get is absent. */
  public List<FlagVariant> evaluate(EvaluateFlags request) {
    return client.listNamed(
        FlagVariant.class,
        "flags",
        "flag",
        call("/flags").jsonParameter("context", BodyFields.of(request)));
  }

  /** Returns the flags that are enabled, with their rules. */
  public List<FeatureFlag> definitions() {
    return client.listIn(FeatureFlag.class, "flags", call("/flags/definitions"));
  }

  private Call call(String path) {
    return Call.get(ApiFamily.INGESTION, path)
        .withProjectId()
        .parameter("token", token.map(Secret::reveal).orElse(null));
  }
}
