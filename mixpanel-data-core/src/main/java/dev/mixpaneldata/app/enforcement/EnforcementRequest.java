package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;

/** A request for the enforcement of schemas. */
@WithBuilder
public record EnforcementRequest(
    @Param(help = "Only these fields of the answer, under Mixpanel's names") List<String> fields)
    implements EnforcementRequestBuilder.With {
  public EnforcementRequest {
    fields = List.copyOf(fields);
  }

  /** Returns a request for all fields. */
  public static EnforcementRequest of() {
    return new EnforcementRequest(List.of());
  }
}
