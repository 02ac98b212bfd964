package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The breakdowns of a report. */
final class Groups {
  /** The type that a property is sent with; Mixpanel compares its values as texts. */
  private static final String STRING = "string";

  private Groups() {}

  static List<ObjectNode> on(Optional<String> on) {
    return on.map(text -> List.of(property(text, STRING))).orElse(List.of());
  }

  static ObjectNode property(String nameOrText) {
    return property(nameOrText, STRING);
  }

  private static ObjectNode property(String nameOrText, String type) {
    PropertyName name = PropertyName.on(nameOrText);
    ObjectNode group = Clauses.object();
    group.put("value", name.name()).put("propertyName", name.name());
    group.put("resourceType", name.resource());
    return group.put("propertyType", type).put("propertyDefaultType", type);
  }

  static ObjectNode buckets(String nameOrText, ObjectNode customBucket) {
    ObjectNode group = property(nameOrText, "number");
    group.set("customBucket", customBucket);
    return group;
  }

  /** Returns the breakdown into the users of a cohort of Mixpanel and the others. */
  static ObjectNode cohort(long id, String name) {
    ObjectNode group = Clauses.object();
    group.set("value", Clauses.texts(List.of(name, "Not In " + name)));
    group.put("resourceType", "events").putNull("profileType").put("search", "");
    group.putNull("dataGroupId").putNull("propertyType").putNull("typeCast");
    group.set("cohorts", Clauses.list(List.of(side(id, name, false), side(id, name, true))));
    return group.put("isHidden", false);
  }

  private static ObjectNode side(long id, String name, boolean negated) {
    ObjectNode side = Clauses.object().put("id", id).put("name", name).put("negated", negated);
    side.putNull("data_group_id").putArray("groups");
    return side;
  }
}
