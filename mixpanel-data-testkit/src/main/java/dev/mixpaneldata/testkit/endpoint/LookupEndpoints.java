package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code /lookup-tables}: lists those that the fake was set up with, and replaces one whole. */
final class LookupEndpoints {

  private final Map<String, String> tables;

  /**
   * Over the tables of a world.
   *
   * @param tables the CSV of each table by its id
   */
  LookupEndpoints(Map<String, String> tables) {
    this.tables = tables;
  }

  Answer list(Request request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("code", 200).put("status", "OK");
    ArrayNode results = answer.putArray("results");
    tables
        .keySet()
        .forEach(id -> results.addObject().put("id", id).put("name", "Lookup table " + id));
    return Answer.json(200, answer.toString());
  }

  Answer replace(Request request) throws Refusal {
    String id = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (!tables.containsKey(id)) {
      throw new Refusal(404, "lookup table not found");
    }
    String csv = new String(Incoming.body(request), StandardCharsets.UTF_8);
    if (csv.isBlank()) {
      throw Refusal.badRequest("the table has no header");
    }
    tables.put(id, csv);
    return Answer.json(200, "{\"code\":200,\"status\":\"OK\"}");
  }
}
