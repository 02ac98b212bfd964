package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;

/** Webhooks (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Webhooks {
  private static final String ALL = "/{scope}/webhooks/";
  private static final String ONE = ALL + "{}/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Webhooks(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the webhooks of the project. */
  public List<Webhook> list() {
    return client.list(Webhook.class, Call.get(ApiFamily.APP, ALL));
  }

  /** Creates a webhook. Mixpanel answers with its id and name. */
  public Webhook create(CreateWebhook request) {
    return client.change(Webhook.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of a webhook. Mixpanel answers with its id and name. */
  public Webhook update(UpdateWebhook request) {
    return client.change(
        Webhook.class,
        Call.patch(ApiFamily.APP, ONE, request.webhookId())
            .json(BodyFields.of(request, "webhook_id")));
  }

  /** Deletes a webhook. */
  public ChangeReceipt delete(String id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Has Mixpanel call an address once, and returns what came back. */
  public WebhookTest test(TestWebhook request) {
    return client.change(
        WebhookTest.class, Call.post(ApiFamily.APP, ALL + "test/").json(BodyFields.of(request)));
  }
}
