package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for registered schemas. */
@WithBuilder
public record SchemaListRequest(
    @Param(help = "Only schemas of this kind") Optional<EntityType> entityType)
    implements SchemaListRequestBuilder.With {
  /** Returns a request for all schemas. */
  public static SchemaListRequest of() {
    return new SchemaListRequest(Optional.empty());
  }
}
