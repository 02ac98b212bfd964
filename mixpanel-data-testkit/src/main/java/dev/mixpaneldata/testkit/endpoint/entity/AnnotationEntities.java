package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Annotations, whose tags are given as ids and shown as objects. */
final class AnnotationEntities {
  private AnnotationEntities() {}

  static List<Route> routes(Entities entities) {
    EntityStore tags =
        entities.keep("annotation-tags", EntityStore.numbered("Tag").requires("name"));
    EntityStore annotations =
        entities.keep(
            "annotations",
            EntityStore.numbered("Annotation")
                .requires("date", "description")
                .defaults(
                    "{\"project_id\":%d,\"tags\":[],\"user\":{\"id\":5,\"first_name\":\"Ada\","
                            .formatted(entities.world().project().id())
                        + "\"last_name\":\"L\"}}")
                .completedBy(annotation -> showTags(annotation, tags)));
    return EntityPaths.scoped()
        .crud("/annotations/tags", tags)
        .crud("/annotations", annotations)
        .answering("GET", "/annotations", asked -> Action.array(listed(asked, annotations)))
        .on("POST", "/annotations", asked -> Action.envelope(201, annotations.create(asked.body())))
        .answering(
            "DELETE",
            "/annotations/*",
            asked -> {
              annotations.delete(asked.id());
              return JsonNodeFactory.instance.objectNode().put("id", asked.id());
            })
        .routes();
  }

  private static List<ObjectNode> listed(Asked asked, EntityStore annotations) {
    Optional<String> from = asked.request().parameter("fromDate");
    Optional<String> to = asked.request().parameter("toDate");
    Optional<Set<String>> tags = asked.texts("tags");
    return annotations.where(
        annotation -> {
          String date = annotation.path("date").asText();
          String day = date.substring(0, Math.min(10, date.length()));
          return from.filter(first -> first.compareTo(day) > 0).isEmpty()
              && to.filter(last -> last.compareTo(day) < 0).isEmpty()
              && tags.map(wanted -> hasOneOf(annotation, wanted)).orElse(true);
        });
  }

  private static boolean hasOneOf(ObjectNode annotation, Set<String> wanted) {
    for (JsonNode tag : annotation.path("tags")) {
      if (wanted.contains(tag.path("id").asText())) {
        return true;
      }
    }
    return false;
  }

  private static void showTags(ObjectNode annotation, EntityStore tags) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    for (JsonNode tag : annotation.path("tags")) {
      String id = tag.isObject() ? tag.path("id").asText() : tag.asText();
      tags.where(known -> known.path("id").asText().equals(id)).forEach(shown::add);
    }
    annotation.set("tags", shown);
  }
}
