package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.Answer;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Sends changes of profiles in batches, one after the other, in their order. */
final class ProfileSender {
  private static final int MOST_USERS = 2000;

  /** Mixpanel's own importer sends no more groups at once. */
  private static final int MOST_GROUPS = 200;

  private static final int TOO_LARGE = 413;

  private final MixpanelHttp http;
  private final String token;

  ProfileSender(MixpanelHttp http, String token) {
    this.http = http;
    this.token = token;
  }

  static WritePreview preview(List<ProfileUpdate> updates) {
    List<Map<String, Object>> body =
        updates.stream().map(update -> update.wire(Secret.MASK)).toList();
    return new WritePreview(
        "POST",
        updates.isEmpty() ? "/engage" : path(updates.get(0)),
        new Json(Mappers.write(body)));
  }

  ProfileReceipt send(Iterator<ProfileUpdate> updates) {
    Tally tally = new Tally();
    List<ProfileUpdate> batch = new ArrayList<>();
    long bytes = 0;
    while (updates.hasNext()) {
      ProfileUpdate update = updates.next();
      int size = Mappers.write(update.properties()).length() * 3;
      if (!batch.isEmpty() && !fits(batch, bytes + size, update)) {
        send(batch, tally);
        batch.clear();
        bytes = 0;
      }
      batch.add(update);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      send(batch, tally);
    }
    return new ProfileReceipt(tally.updates, tally.accepted, tally.refused);
  }

  private static final class Tally {
    final List<ProfileReceipt.Refused> refused = new ArrayList<>();
    long updates;
    long accepted;
  }

  private static boolean fits(List<ProfileUpdate> batch, long bytes, ProfileUpdate update) {
    boolean group = update.groupKey().isPresent();
    return group == batch.get(0).groupKey().isPresent()
        && batch.size() < (group ? MOST_GROUPS : MOST_USERS)
        && bytes <= EventLimits.BATCH_BYTES;
  }

  private static boolean deletes(List<ProfileUpdate> batch) {
    return batch.stream().allMatch(update -> update.operation() == ProfileOperation.DELETE);
  }

  private static String path(ProfileUpdate update) {
    return update.groupKey().isPresent() ? "/groups" : "/engage";
  }

  private void send(List<ProfileUpdate> batch, Tally tally) {
    List<Map<String, Object>> body = batch.stream().map(update -> update.wire(token)).toList();
    Call call =
        Call.post(ApiFamily.INGESTION, path(batch.get(0)))
            .withoutCredentials()
            // The place of this machine is not the user's; deletions have none.
            .parameter("ip", deletes(batch) ? null : "0")
            .parameter("strict", "1")
            .parameter("verbose", "1")
            .json(body)
            .accept(400);
    boolean repeatable = batch.stream().allMatch(update -> update.operation().isIdempotent());
    Call patient = batch.size() > 1 ? call.accept(TOO_LARGE) : call;
    boolean tooLarge;
    try {
      Answer answer = http.send(repeatable ? patient.idempotent() : patient);
      tooLarge = answer.status() == TOO_LARGE;
      if (!tooLarge) {
        take(batch, answer, tally);
      }
    } catch (MixpanelDataException e) {
      throw tally.updates == 0
          ? e
          : e.withMessage(e.getMessage() + " Before it, " + tally.updates + " changes were sent.");
    }
    if (tooLarge) {
      // A proxy or Mixpanel takes less at once than documented, and has taken nothing.
      int half = batch.size() / 2;
      send(batch.subList(0, half), tally);
      send(batch.subList(half, batch.size()), tally);
    }
  }

  /** The answer is 1 or 0, or an object with a status, by endpoint and version. */
  private static void take(List<ProfileUpdate> batch, Answer answer, Tally tally) {
    JsonNode said = Mappers.read(answer.body());
    long first = tally.updates + 1;
    tally.updates += batch.size();
    int refusedBefore = tally.refused.size();
    for (JsonNode failure : said.path("failed_records")) {
      int index = failure.path("index").asInt(-1);
      if (index >= 0 && index < batch.size()) {
        tally.refused.add(
            new ProfileReceipt.Refused(
                first + index, batch.get(index).id(), failure.path("message").asText()));
      }
    }
    int named = tally.refused.size() - refusedBefore;
    boolean none = said.isNumber() ? said.asInt() == 0 : said.path("status").asText().equals("0");
    if (named == 0 && (none || answer.status() == 400)) {
      String why = said.path("error").asText("Mixpanel gives no reason");
      for (int i = 0; i < batch.size(); i++) {
        tally.refused.add(new ProfileReceipt.Refused(first + i, batch.get(i).id(), why));
      }
      return;
    }
    tally.accepted += batch.size() - named;
  }
}
