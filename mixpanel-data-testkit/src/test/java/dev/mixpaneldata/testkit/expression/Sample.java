package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.expression.Accessor;
import java.util.List;

/**
 * A property and values that it has, from which random expressions take their constants.
 *
 * @param accessor reads the property
 * @param values at least one
 */
public record Sample(Accessor accessor, List<JsonNode> values) {
  /** Copies the values. */
  public Sample {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("No value for " + accessor);
    }
  }
}
