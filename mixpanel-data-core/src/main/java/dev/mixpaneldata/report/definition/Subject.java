package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.CustomPropertyName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The property that a report filters by, splits by or measures: one of events or profiles, a custom
 * property that Mixpanel keeps, or a formula, which Mixpanel takes as a custom property of the
 * report alone.
 *
 * @param resource {@code events}, or {@code people} for a property of the user's profile
 * @param name the name of a plain property
 * @param custom the fields of a custom property; null for a plain one
 * @param type the type of a formula's value: {@code number} or {@code string}; null for the others
 */
record Subject(String resource, String name, @Nullable ObjectNode custom, @Nullable String type) {
  /**
   * Returns the property that an expression reads or computes.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if definitions cannot say it
   */
  static Subject of(Expression expression) {
    if (!(expression instanceof Accessor accessor)) {
      return CustomFormula.of(expression);
    }
    PropertyName plain = PropertyName.of(accessor);
    Optional<Long> id = CustomPropertyName.idOf(plain.name());
    return id.isEmpty()
        ? new Subject(plain.resource(), plain.name(), null, null)
        : new Subject(
            plain.resource(), "", Clauses.object().put("customPropertyId", id.get()), null);
  }

  /** Returns the property that a report is split by, or computed from. */
  static Subject on(String nameOrText) {
    return of(Expression.on(nameOrText));
  }

  /** Returns the fields that name it in a filter. */
  ObjectNode inFilter() {
    ObjectNode filter = Clauses.object().put("resourceType", resource);
    return custom == null
        ? filter.put("value", name)
        : filter.<ObjectNode>setAll(custom).put("dataset", "$mixpanel");
  }

  /**
   * Returns the breakdown by it.
   *
   * @param ranges whether its numbers are split in ranges
   */
  ObjectNode inGroup(boolean ranges) {
    ObjectNode group = Clauses.object();
    if (custom == null) {
      // Without ranges Mixpanel compares values as texts.
      String asked = ranges ? "number" : "string";
      group.put("value", name).put("propertyName", name).put("resourceType", resource);
      return group.put("propertyType", asked).put("propertyDefaultType", asked);
    }
    group.setAll(custom);
    group.putNull("value").put("resourceType", resource);
    group.putNull("profileType").put("search", "").putNull("dataGroupId");
    group.put("dataset", "$mixpanel");
    group.put("propertyType", ranges ? "number" : type == null ? "string" : type);
    return group.putNull("typeCast").putNull("unit").put("isHidden", false);
  }

  /** Returns the fields that name it in a measurement. */
  ObjectNode inMeasurement() {
    ObjectNode property = Clauses.object().put("name", name);
    if (custom != null) {
      property.setAll(custom);
      if (type != null) {
        property.putNull("dataGroupId").put("dataset", "$mixpanel");
      }
    }
    return property.put("resourceType", resource);
  }
}
