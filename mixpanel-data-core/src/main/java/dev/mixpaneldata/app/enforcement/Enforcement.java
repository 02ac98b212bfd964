package dev.mixpaneldata.app.enforcement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.json.Mappers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The enforcement of schemas, and the audit of what is tracked (app API, undocumented; as
 * Mixpanel's Python client calls it).
 */
public final class Enforcement {
  private static final String ONE = "/{scope}/data-definitions/schema/";

  /** An audit of a large project takes minutes. */
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Enforcement(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /**
   * Returns the enforcement of the project.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public SchemaEnforcement get(EnforcementRequest request) {
    String fields = String.join(",", request.fields());
    return client.read(
        SchemaEnforcement.class,
        Call.get(ApiFamily.APP, ONE).parameter("fields", fields.isEmpty() ? null : fields));
  }

  /** Begins to enforce schemas by one rule. */
  public SchemaEnforcement init(InitEnforcement request) {
    return client.change(
        SchemaEnforcement.class, Call.post(ApiFamily.APP, ONE).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of the enforcement. */
  public SchemaEnforcement update(UpdateEnforcement request) {
    return client.change(
        SchemaEnforcement.class, Call.patch(ApiFamily.APP, ONE).json(BodyFields.of(request)));
  }

  /** Replaces the enforcement. */
  public SchemaEnforcement replace(ReplaceEnforcement request) {
    Map<String, Object> body = BodyFields.of(request);
    body.put("notificationEmails", request.notificationEmails());
    return client.change(SchemaEnforcement.class, Call.put(ApiFamily.APP, ONE).json(body));
  }

  /** Ends the enforcement of schemas. */
  public ChangeReceipt delete() {
    return client.change("schema_enforcement", "deleted", Call.delete(ApiFamily.APP, ONE));
  }

  /**
   * Returns the differences between what is tracked and what is documented.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} if nothing is
   *     documented
   */
  public DataAudit audit(AuditRequest request) {
    String path = request.eventsOnly() ? "audit-events-only/" : "audit/";
    Call call = Call.get(ApiFamily.APP, "/{scope}/data-definitions/" + path).answerWithin(ANSWER);
    return AppClient.entity(DataAudit.class, audited(client.pages(call)), call);
  }

  /** Returns one object of the pair that Mixpanel answers: the violations, and when it looked. */
  private static ObjectNode audited(List<JsonNode> pair) {
    ObjectNode audit = Mappers.json().createObjectNode();
    if (!pair.isEmpty()) {
      audit.set("violations", pair.get(0));
    }
    if (pair.size() > 1) {
      pair.get(1).properties().forEach(field -> audit.set(field.getKey(), field.getValue()));
    }
    return audit;
  }
}
