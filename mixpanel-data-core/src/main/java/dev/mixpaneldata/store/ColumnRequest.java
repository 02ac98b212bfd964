package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** Asks for statistics of one column. */
@WithBuilder
public record ColumnRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Column, or a property as properties.NAME") String column,
    @Param(help = "Number of most common values", defaultValue = "10") int top)
    implements ColumnRequestBuilder.With {
  public ColumnRequest {
    if (top < 0) {
      throw MixpanelDataException.invalidArgument(
          "The number of most common values is " + top + ".", "Choose 0 or more.");
    }
  }

  /** Creates a request for statistics with the ten most common values. */
  public static ColumnRequest of(String table, String column) {
    return new ColumnRequest(table, column, 10);
  }
}
