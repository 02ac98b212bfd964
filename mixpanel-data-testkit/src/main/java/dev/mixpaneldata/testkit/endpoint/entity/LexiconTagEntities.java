package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Answer;
import java.util.List;

/** Tags of the Lexicon, which are deleted by a POST with their name. */
final class LexiconTagEntities {
  private LexiconTagEntities() {}

  static List<Route> routes(Entities entities) {
    EntityStore tags = entities.keep("lexicon-tags", EntityStore.numbered("Tag").requires("name"));
    String all = "/data-definitions/tags";
    return EntityPaths.scoped()
        .crud(all, tags)
        .on(
            "POST",
            all,
            asked -> {
              ObjectNode body = asked.body();
              return body.path("delete").asBoolean()
                  ? deleted(body.path("name").asText(), tags)
                  : Action.envelope(200, tags.create(body));
            })
        .routes();
  }

  private static Answer deleted(String name, EntityStore tags) throws Refusal {
    List<ObjectNode> named = tags.where(tag -> tag.path("name").asText().equals(name));
    if (named.isEmpty()) {
      throw new Refusal(404, "Tag not found: " + name);
    }
    tags.delete(named.get(0).path("id").asText());
    return Answer.json(200, "{\"status\":\"ok\"}");
  }
}
