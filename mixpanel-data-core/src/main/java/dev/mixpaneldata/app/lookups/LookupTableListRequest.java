package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** The lookup tables to list. */
@WithBuilder
public record LookupTableListRequest(
    @Param(help = "List the table with this id alone") Optional<Long> dataGroupId)
    implements LookupTableListRequestBuilder.With {
  /** Returns a request for all tables. */
  public static LookupTableListRequest of() {
    return new LookupTableListRequest(Optional.empty());
  }
}
