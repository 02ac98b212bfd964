package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.Step;
import java.time.Instant;
import java.util.Optional;

/** The reading of properties by accessors. */
final class Lookup {
  private Lookup() {}

  static Value read(Accessor accessor, Subject subject) {
    Optional<EventField> field = EventField.of(accessor);
    if (field.isPresent() && subject.isEvent()) {
      return switch (field.get()) {
        case TIME -> time(subject);
        case NAME -> new Value.Text(subject.eventName().orElseThrow());
        case DISTINCT_ID -> Value.of(subject.properties().path("distinct_id"));
      };
    }
    JsonNode node = record(accessor, subject).path(accessor.name());
    for (Step step : accessor.steps()) {
      if (step instanceof Step.Key key) {
        node = node.isObject() ? node.path(key.name()) : MissingNode.getInstance();
      } else if (step instanceof Step.Index index) {
        node = node.isArray() ? node.path(index.position()) : MissingNode.getInstance();
      }
    }
    return Value.of(node);
  }

  private static Value time(Subject subject) {
    return subject.timeMillis().isPresent()
        ? new Value.Datetime(Instant.ofEpochMilli(subject.timeMillis().getAsLong()))
        : Value.Empty.UNDEFINED;
  }

  private static JsonNode record(Accessor accessor, Subject subject) {
    return switch (accessor.source()) {
      case PROPERTIES -> subject.properties();
      case USER -> subject.userProperties();
      case EVENT -> subject.isEvent() ? subject.properties() : MissingNode.getInstance();
      case BEHAVIORS, GROUP_PROPERTIES ->
          throw new EvaluationException(
              accessor.source().word() + "[...] is known to Mixpanel alone");
    };
  }
}
