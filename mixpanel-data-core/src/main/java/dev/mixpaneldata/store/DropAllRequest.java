package dev.mixpaneldata.store;

import dev.mixpaneldata.operation.Param;
import java.util.Optional;

/** Names the tables to drop by what they hold. */
public record DropAllRequest(@Param(help = "Only tables of this type") Optional<TableType> type) {
  /** All tables. */
  public static DropAllRequest of() {
    return new DropAllRequest(Optional.empty());
  }
}
