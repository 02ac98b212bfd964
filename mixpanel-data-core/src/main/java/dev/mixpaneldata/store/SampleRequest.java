package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** Asks for random rows of a table. */
@WithBuilder
public record SampleRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Number of rows", defaultValue = "10") int rows)
    implements SampleRequestBuilder.With {
  public SampleRequest {
    if (rows < 1) {
      throw MixpanelDataException.invalidArgument(
          "A sample of " + rows + " rows cannot be taken.", "Choose 1 row or more.");
    }
  }

  /** Creates a request for ten rows of a table. */
  public static SampleRequest of(String table) {
    return new SampleRequest(table, 10);
  }
}
