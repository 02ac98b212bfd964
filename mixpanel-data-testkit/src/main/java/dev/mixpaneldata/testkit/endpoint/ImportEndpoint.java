package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.List;
import java.util.Optional;

/** {@code POST /import}: keeps the events that are valid, and names those that are not. */
final class ImportEndpoint implements Endpoint {

  private static final int MOST_EVENTS = 2000;
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  private final FakeProject world;

  ImportEndpoint(FakeProject world) {
    this.world = world;
  }

  @Override
  public Answer answer(Request request) throws Refusal {
    byte[] body = Incoming.body(request);
    List<String> events = Incoming.events(request, body);
    if (body.length > MOST_BYTES || events.size() > MOST_EVENTS) {
      throw new Refusal(413, "request exceeds max limit of " + MOST_BYTES + " bytes");
    }
    ArrayNode failed = JsonNodeFactory.instance.arrayNode();
    EventIntake intake = new EventIntake(world, "/import");
    for (int index = 0; index < events.size(); index++) {
      Optional<EventIntake.Fault> fault = intake.take(events.get(index));
      if (fault.isPresent()) {
        failed
            .addObject()
            .put("index", index)
            .put("insert_id", fault.get().insertId())
            .put("field", fault.get().field())
            .put("message", fault.get().message());
      }
    }
    if (request.parameter("strict").orElse("1").equals("0")) {
      return Answer.text(200, "1");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("code", failed.isEmpty() ? 200 : 400);
    answer.put("num_records_imported", events.size() - failed.size());
    if (failed.isEmpty()) {
      return Answer.json(200, answer.put("status", "OK").toString());
    }
    answer.put("error", "some data points in the request failed validation");
    answer.put("status", "Bad Request").set("failed_records", failed);
    return Answer.json(400, answer.toString());
  }
}
