package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;

/** The endpoint of what people wrote about their business. */
final class BusinessContextEndpoint implements Endpoint {
  private final FakeProject world;

  BusinessContextEndpoint(FakeProject world) {
    this.world = world;
  }

  @Override
  public Answer answer(Request request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer
        .putObject("results")
        .put("org_context", "")
        .put("project_context", world.businessContext());
    return Answer.json(200, answer.toString());
  }
}
