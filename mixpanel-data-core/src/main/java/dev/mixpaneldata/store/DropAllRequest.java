package dev.mixpaneldata.store;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** Asks to drop all tables, or those of one type. */
@WithBuilder
public record DropAllRequest(@Param(help = "Only tables of this type") Optional<TableType> type)
    implements DropAllRequestBuilder.With {
  /** Creates a request for all tables. */
  public static DropAllRequest of() {
    return new DropAllRequest(Optional.empty());
  }
}
