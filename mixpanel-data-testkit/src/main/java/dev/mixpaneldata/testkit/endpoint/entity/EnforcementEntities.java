package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.Set;

/** The one enforcement of a project's schemas. */
final class EnforcementEntities {
  private static final Set<String> RULES =
      Set.of("Warn and Accept", "Warn and Hide", "Warn and Drop");

  private static final List<String> WHOLE =
      List.of("ruleEvent", "events", "commonProperties", "userProperties", "notificationEmails");

  private final EntityStore store;

  private EnforcementEntities(Entities entities) {
    this.store =
        entities.keep(
            "schema-enforcement",
            EntityStore.numbered("Schema enforcement")
                .requires("ruleEvent")
                .defaults(
                    "{\"state\":\"planned\",\"notificationEmails\":[],\"events\":[],"
                        + "\"commonProperties\":[],\"userProperties\":[]}"));
  }

  static List<Route> routes(Entities entities) {
    EnforcementEntities own = new EnforcementEntities(entities);
    String path = "/data-definitions/schema";
    return EntityPaths.scoped()
        .answering("GET", path, own::read)
        .answering("POST", path, asked -> own.begun(checked(asked.body())))
        .answering("PATCH", path, asked -> own.store.update(own.id(), checked(asked.body())))
        .answering("PUT", path, own::replaced)
        .answering(
            "DELETE",
            path,
            asked -> {
              own.store.delete(own.id());
              return JsonNodeFactory.instance.objectNode().put("deleted", true);
            })
        .routes();
  }

  private JsonNode read(Asked asked) throws Refusal {
    ObjectNode enforcement = store.get(id());
    asked.texts("fields").ifPresent(enforcement::retain);
    return enforcement;
  }

  /** Begins again where there is one already. */
  private JsonNode begun(ObjectNode body) throws Refusal {
    store.all().forEach(old -> store.deleteAll(List.of(old.path("id"))));
    return store.create(body);
  }

  private JsonNode replaced(Asked asked) throws Refusal {
    ObjectNode body = checked(asked.body());
    for (String field : WHOLE) {
      if (!body.has(field)) {
        throw new Refusal(400, field + ": This field is required.");
      }
    }
    return store.replace(id(), body);
  }

  private static ObjectNode checked(ObjectNode body) throws Refusal {
    JsonNode rule = body.path("ruleEvent");
    if (!rule.isMissingNode() && !RULES.contains(rule.asText())) {
      throw new Refusal(400, "Invalid rule event: " + rule.asText());
    }
    return body;
  }

  private String id() throws Refusal {
    return store.all().stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "Schema enforcement is not initialized"))
        .path("id")
        .asText();
  }
}
