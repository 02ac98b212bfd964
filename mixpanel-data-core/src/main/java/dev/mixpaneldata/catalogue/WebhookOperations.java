package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.webhooks.CreateWebhook;
import dev.mixpaneldata.app.webhooks.TestWebhook;
import dev.mixpaneldata.app.webhooks.UpdateWebhook;
import dev.mixpaneldata.app.webhooks.Webhook;
import dev.mixpaneldata.app.webhooks.WebhookRequest;
import dev.mixpaneldata.app.webhooks.WebhookTest;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** Webhooks, as operations. */
final class WebhookOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ALERTS);

  private WebhookOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_webhooks",
            "webhooks list",
            "Addresses that Mixpanel calls",
            NoArguments.class,
            ResultType.listOf(Webhook.class),
            (app, request) -> app.webhooks().list()),
        FAMILY.write(
            "create_webhook",
            "webhooks create",
            "Create a webhook",
            CreateWebhook.class,
            ResultType.of(Webhook.class),
            (app, request) -> app.webhooks().create(request)),
        FAMILY
            .write(
                "update_webhook",
                "webhooks update",
                "Change a webhook",
                UpdateWebhook.class,
                ResultType.of(Webhook.class),
                (app, request) -> app.webhooks().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_webhook",
            "webhooks delete",
            "Delete a webhook",
            WebhookRequest.class,
            (app, request) -> app.webhooks().delete(request.webhookId()),
            (app, request) ->
                app.webhooks().list().stream()
                    .filter(hook -> hook.id().equals(request.webhookId()))
                    .map(hook -> Subject.of("webhook", hook.id(), Optional.of(hook.name())))
                    .toList()),
        FAMILY.write(
            "test_webhook",
            "webhooks test",
            "Have Mixpanel call an address once",
            TestWebhook.class,
            ResultType.of(WebhookTest.class),
            (app, request) -> app.webhooks().test(request)));
  }
}
