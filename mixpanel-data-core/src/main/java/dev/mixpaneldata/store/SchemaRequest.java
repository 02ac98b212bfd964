package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** Asks for the columns of a local table. */
@WithBuilder
public record SchemaRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Show a random row beside the columns") boolean sample)
    implements SchemaRequestBuilder.With {
  /** Creates a request for the columns without a sample row. */
  public static SchemaRequest of(String table) {
    return new SchemaRequest(table, false);
  }
}
