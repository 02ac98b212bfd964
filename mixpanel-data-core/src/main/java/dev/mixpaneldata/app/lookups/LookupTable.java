package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A lookup table.
 *
 * @param id its id
 * @param dataGroupId its id, in answers that name it so
 * @param token the table's token
 * @param createdAt as Mixpanel writes it
 * @param lastModifiedAt as Mixpanel writes it
 * @param hasMappedProperties whether a property of the project uses it
 */
public record LookupTable(
    Optional<Long> id,
    Optional<Long> dataGroupId,
    Optional<String> name,
    Optional<String> token,
    Optional<String> createdAt,
    Optional<String> lastModifiedAt,
    Optional<Boolean> hasMappedProperties,
    @Remaining Map<String, Json> remaining) {
  /** Returns the id, whichever name the answer gives it. */
  public Optional<Long> anyId() {
    return id.or(() -> dataGroupId);
  }
}
