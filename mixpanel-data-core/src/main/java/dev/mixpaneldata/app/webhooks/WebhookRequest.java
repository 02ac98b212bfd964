package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One webhook. */
public record WebhookRequest(
    @Param(help = "Id of the webhook", listedBy = Reference.LIST_WEBHOOKS) String webhookId) {}
