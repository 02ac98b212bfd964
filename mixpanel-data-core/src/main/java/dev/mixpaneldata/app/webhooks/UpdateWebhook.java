package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a webhook. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateWebhook(
    @Param(help = "Id of the webhook", listedBy = Reference.LIST_WEBHOOKS) String webhookId,
    @Param(help = "New name") Optional<String> name,
    @Param(help = "New address") Optional<String> url,
    @Param(help = "How Mixpanel signs in there: basic") Optional<String> authType,
    @Param(help = "Name for signing in") Optional<String> username,
    @Param(help = "Password for signing in") Optional<Secret> password,
    @Param(help = "Whether Mixpanel calls it") Optional<Boolean> isEnabled,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateWebhookBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateWebhook of(String webhookId) {
    return new UpdateWebhook(
        webhookId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
