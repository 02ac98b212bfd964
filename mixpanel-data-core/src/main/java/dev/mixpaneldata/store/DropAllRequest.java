package dev.mixpaneldata.store;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** Names the tables to drop by what they hold. */
@WithBuilder
public record DropAllRequest(@Param(help = "Only tables of this type") Optional<TableType> type)
    implements DropAllRequestBuilder.With {
  /** All tables. */
  public static DropAllRequest of() {
    return new DropAllRequest(Optional.empty());
  }
}
