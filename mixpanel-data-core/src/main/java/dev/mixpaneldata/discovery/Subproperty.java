package dev.mixpaneldata.discovery;

import dev.mixpaneldata.value.Json;
import java.util.List;

/**
 * A key inside the values of a property, found in a sample of them.
 *
 * @param types the types of its values, the commonest first: string, number, boolean, object, list
 *     or null
 * @param share the share of the sampled objects that have it, from 0 to 1
 * @param example one of its values
 */
public record Subproperty(String name, List<String> types, double share, Json example) {
  public Subproperty {
    types = List.copyOf(types);
  }
}
