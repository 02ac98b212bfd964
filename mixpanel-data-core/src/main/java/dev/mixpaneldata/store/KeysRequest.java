package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** Asks for the property names in a table. */
@WithBuilder
public record KeysRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Only the properties of this event") Optional<String> event)
    implements KeysRequestBuilder.With {
  /** Creates a request for the property names of all rows. */
  public static KeysRequest of(String table) {
    return new KeysRequest(table, Optional.empty());
  }
}
