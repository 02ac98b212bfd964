package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new webhook.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateWebhook(
    @Param(help = "Name of the webhook") String name,
    @Param(help = "Address to call") String url,
    @Param(help = "How Mixpanel signs in there: basic") Optional<String> authType,
    @Param(help = "Name for signing in") Optional<String> username,
    @Param(help = "Password for signing in") Optional<Secret> password,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateWebhookBuilder.With {
  /** Returns a webhook without credentials. */
  public static CreateWebhook of(String name, String url) {
    return new CreateWebhook(
        name, url, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
