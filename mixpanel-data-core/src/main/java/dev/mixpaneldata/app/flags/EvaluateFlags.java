package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The user for whom flags are evaluated.
 *
 * @param deviceId the id that variants are assigned by; empty for the distinct_id
 * @param customProperties a JSON object of what rules that are evaluated at run time ask for
 */
@WithBuilder
public record EvaluateFlags(
    @Param(help = "Id of the user") String distinctId,
    @Param(help = "Id of the device; that of the user unless given") Optional<String> deviceId,
    @Param(help = "What rules ask for at run time, a JSON object") Optional<Json> customProperties)
    implements EvaluateFlagsBuilder.With {
  /** Returns a user without a device and properties of its own. */
  public static EvaluateFlags of(String distinctId) {
    return new EvaluateFlags(distinctId, Optional.empty(), Optional.empty());
  }
}
