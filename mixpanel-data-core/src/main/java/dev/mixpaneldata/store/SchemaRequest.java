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
  /** The columns without a row. */
  public static SchemaRequest of(String table) {
    return new SchemaRequest(table, false);
  }
}
