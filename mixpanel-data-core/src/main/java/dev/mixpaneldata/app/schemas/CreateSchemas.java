package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Several schemas to register.
 *
 * @param truncate whether all schemas that are there go first
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateSchemas(
    @Param(help = "A JSON list of objects with entityType, name and schemaJson") Json entries,
    @Param(help = "Delete the schemas that are there first") Optional<Boolean> truncate,
    @Param(help = "The kind of schemas that are deleted first", wireName = "entityType")
        Optional<EntityType> entityType,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateSchemasBuilder.With {
  /** Returns the schemas of a JSON list, which are added to those that are there. */
  public static CreateSchemas of(Json entries) {
    return new CreateSchemas(entries, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
