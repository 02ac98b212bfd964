package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The differences between what is tracked and what is documented.
 *
 * @param violations one for each difference; empty if there is none
 * @param computedAt when Mixpanel looked, as it writes it
 */
public record DataAudit(
    List<AuditViolation> violations,
    Optional<String> computedAt,
    @Remaining Map<String, Json> remaining)
    implements Tabular {
  @Override
  public List<String> header() {
    return List.of(
        "violation",
        "name",
        "event",
        "count",
        "platform",
        "version",
        "sensitive",
        "property_type_error");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return violations.stream().map(DataAudit::row).toList();
  }

  private static List<@Nullable Object> row(AuditViolation found) {
    return Arrays.<@Nullable Object>asList(
        found.violation(),
        found.name().orElse(null),
        found.event().orElse(null),
        found.count().orElse(null),
        found.platform().orElse(null),
        found.version().orElse(null),
        found.sensitive().orElse(null),
        found.propertyTypeError().orElse(null));
  }
}
