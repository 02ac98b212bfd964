package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** A request for the differences between what is tracked and what is documented. */
@WithBuilder
public record AuditRequest(
    @Param(help = "Look at events alone, which is faster") boolean eventsOnly)
    implements AuditRequestBuilder.With {
  /** Returns a request for events and their properties. */
  public static AuditRequest of() {
    return new AuditRequest(false);
  }
}
