package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A webhook to be tried: Mixpanel calls its address once.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record TestWebhook(
    @Param(help = "Address to call") String url,
    @Param(help = "Name of the webhook") Optional<String> name,
    @Param(help = "How Mixpanel signs in there: basic") Optional<String> authType,
    @Param(help = "Name for signing in") Optional<String> username,
    @Param(help = "Password for signing in") Optional<Secret> password,
    @Param(help = Param.BODY) Optional<Json> json)
    implements TestWebhookBuilder.With {
  /** Returns a webhook without credentials. */
  public static TestWebhook of(String url) {
    return new TestWebhook(
        url,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
