package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.dataset.WrittenProfiles;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /track}, {@code /engage} and {@code /groups}: a token in the body names the project.
 * What has another token is answered as if it were kept, as Mixpanel does.
 */
final class TokenEndpoints {

  private static final int MOST = 2000;
  private static final Duration TRACKED_DAYS = Duration.ofDays(5);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final Set<String> OPERATIONS =
      Set.of("$set", "$set_once", "$add", "$append", "$union", "$remove", "$unset", "$delete");

  private final FakeProject world;

  TokenEndpoints(FakeProject world) {
    this.world = world;
  }

  /** Events of the last five days. */
  Answer track(Request request) throws Refusal {
    List<JsonNode> events = events(request);
    EventIntake intake = new EventIntake(world, "/track");
    ArrayNode failed = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < events.size(); index++) {
      JsonNode event = events.get(index);
      if (!isOwn(event.path("properties").path("token"))) {
        continue;
      }
      ObjectNode kept = event.deepCopy();
      ((ObjectNode) kept.path("properties")).remove("token");
      boolean identity = IdentityEvents.is(kept);
      long time = kept.path("properties").path("time").asLong();
      Instant oldest = world.clock().instant().minus(TRACKED_DAYS);
      long millis = time < 100_000_000_000L ? time * 1000 : time;
      if (!identity && millis < oldest.toEpochMilli()) {
        fail(failed, index, "the event is older than 5 days");
      } else {
        Optional<EventIntake.Fault> fault = intake.take(kept.toString());
        if (fault.isPresent()) {
          fail(failed, index, fault.get().message());
        }
      }
    }
    return answer(request, events.size(), failed);
  }

  Answer engage(Request request) throws Refusal {
    return write(request, world.people(), "$distinct_id");
  }

  Answer groups(Request request) throws Refusal {
    return write(request, world.groups(), "$group_id");
  }

  private Answer write(Request request, WrittenProfiles profiles, String idField) throws Refusal {
    List<JsonNode> updates = events(request);
    ArrayNode failed = JsonNodeFactory.instance.arrayNode();
    for (int index = 0; index < updates.size(); index++) {
      JsonNode update = updates.get(index);
      String id = update.path(idField).asText();
      if (id.isEmpty() || !update.has("$token")) {
        fail(failed, index, "$token and " + idField + " are required");
      } else if (isOwn(update.path("$token"))) {
        String group = update.path("$group_key").asText();
        try {
          change(profiles, group.isEmpty() ? user(id, update) : group + "\0" + id, update);
        } catch (IllegalArgumentException unfit) {
          fail(failed, index, String.valueOf(unfit.getMessage()));
        }
      }
    }
    return answer(request, updates.size(), failed);
  }

  private String user(String id, JsonNode update) {
    return update.path("$ignore_alias").asBoolean() ? id : world.identities().userOf(id);
  }

  private void change(WrittenProfiles profiles, String id, JsonNode update) {
    List<String> operations =
        update.properties().stream().map(Map.Entry::getKey).filter(OPERATIONS::contains).toList();
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("no operation");
    }
    for (String operation : operations) {
      profiles.change(id, operation, update.path(operation));
    }
    boolean deleted = operations.contains("$delete");
    if (!deleted && !update.path("$ignore_time").asBoolean()) {
      ObjectNode seen = JsonNodeFactory.instance.objectNode();
      seen.put("$last_seen", SECONDS.format(world.clock().instant()));
      profiles.change(id, "$set", seen);
    }
  }

  private static List<JsonNode> events(Request request) throws Refusal {
    List<JsonNode> objects = Incoming.objects(request);
    if (objects.size() > MOST) {
      throw new Refusal(413, "more than " + MOST + " objects");
    }
    return objects;
  }

  private boolean isOwn(JsonNode token) {
    return token.asText().equals(world.project().token());
  }

  private static void fail(ArrayNode failed, int index, String message) {
    failed.addObject().put("index", index).put("message", message);
  }

  private static Answer answer(Request request, int count, ArrayNode failed) {
    boolean valid = failed.size() < count;
    boolean strict = Incoming.parameter(request, "strict").equals("1");
    if (!strict && !Incoming.parameter(request, "verbose").equals("1")) {
      return Answer.text(200, valid ? "1" : "0");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("status", valid ? 1 : 0);
    answer.put("error", valid ? null : failed.path(0).path("message").asText());
    if (strict && !failed.isEmpty()) {
      answer.set("failed_records", failed);
    }
    return Answer.json(200, answer.toString());
  }
}
