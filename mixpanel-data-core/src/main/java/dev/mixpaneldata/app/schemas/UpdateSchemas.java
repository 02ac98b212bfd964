package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Changes of several schemas, each of which is merged into the one that is there.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateSchemas(
    @Param(help = "A JSON list of objects with entityType, name and schemaJson") Json entries,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateSchemasBuilder.With {
  /** Returns the changes of a JSON list. */
  public static UpdateSchemas of(Json entries) {
    return new UpdateSchemas(entries, Optional.empty());
  }
}
