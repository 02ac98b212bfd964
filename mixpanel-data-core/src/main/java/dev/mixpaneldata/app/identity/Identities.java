package dev.mixpaneldata.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.credentials.ProjectToken;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins the ids of users (identity reference). They belong to projects with Mixpanel's original way
 * of merging identities; those with the simplified one merge by {@code $user_id} and {@code
 * $device_id} of events and ignore these calls.
 */
public final class Identities {
  private static final int BAD_REQUEST = 400;

  private final MixpanelHttp http;
  private final Optional<Secret> token;

  /**
   * Creates a client.
   *
   * @param token the token of the project, by which Mixpanel finds it
   */
  public Identities(MixpanelHttp http, Optional<Secret> token) {
    this.http = http;
    this.token = token;
  }

  /** Makes an anonymous user known. */
  public ChangeReceipt create(CreateIdentity request) {
    return track(
        "$identify",
        Map.of("$identified_id", request.identifiedId(), "$anon_id", request.anonId()),
        new ChangeReceipt(request.identifiedId(), "identified"));
  }

  /** Gives a user a second id. */
  public ChangeReceipt alias(CreateAlias request) {
    return track(
        "$create_alias",
        Map.of("distinct_id", request.distinctId(), "alias", request.alias()),
        new ChangeReceipt(request.distinctId(), "aliased"));
  }

  /** Makes one user of two, which cannot be undone. It takes a service account. */
  public ChangeReceipt merge(MergeIdentities request) {
    Call call =
        Call.post(ApiFamily.INGESTION, "/import")
            .withProjectId()
            .parameter("strict", "1")
            .json(List.of(event("$merge", Map.of("$distinct_ids", request.distinctIds()))));
    return send(call, new ChangeReceipt(String.join(", ", request.distinctIds()), "merged"));
  }

  private ChangeReceipt track(String name, Map<String, String> properties, ChangeReceipt receipt) {
    Call call =
        Call.post(ApiFamily.INGESTION, "/track")
            .withoutCredentials()
            .jsonField("data", event(name, properties))
            .field("strict", "1");
    return send(call, receipt);
  }

  private Map<String, Object> event(String name, Map<String, ?> properties) {
    Map<String, Object> all = new TreeMap<>(properties);
    all.put("token", ProjectToken.require(token, http.credentials().projectId()));
    return Map.of("event", name, "properties", all);
  }

  /** Sends what changes nothing more if it is sent a second time. */
  private ChangeReceipt send(Call call, ChangeReceipt receipt) {
    Answer answer = http.send(call.accept(BAD_REQUEST).idempotent());
    JsonNode said = Mappers.read(answer.body());
    JsonNode failures = said.path("failed_records");
    boolean valid = said.isNumber() ? said.asInt() == 1 : !said.path("status").asText().equals("0");
    if (answer.status() == BAD_REQUEST || !valid || !failures.isEmpty()) {
      String why = failures.path(0).path("message").asText(said.path("error").asText(""));
      throw MixpanelDataException.invalidArgument(
          "Mixpanel refused the identity" + (why.isEmpty() ? "." : ": " + why + "."),
          "Correct the ids. A project whose identities are merged in the simplified way takes none.");
    }
    http.cache().clear();
    return receipt;
  }
}
