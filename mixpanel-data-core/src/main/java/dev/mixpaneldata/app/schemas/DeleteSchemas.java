package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** Schemas to delete: all, those of a kind, or one. */
@WithBuilder
public record DeleteSchemas(
    @Param(help = "Only schemas of this kind; all unless given") Optional<EntityType> entityType,
    @Param(help = "Only the schema of this event; $user for user profiles")
        Optional<String> entityName)
    implements DeleteSchemasBuilder.With {
  public DeleteSchemas {
    if (entityName.isPresent() && entityType.isEmpty()) {
      // Without a kind, Mixpanel would take no notice of the name and delete all schemas.
      throw MixpanelDataException.invalidArgument(
          "The schema '" + entityName.get() + "' is of no kind that is known.",
          "Say whether it is the schema of an event, a custom event or profiles.");
    }
  }

  /** Returns a request to delete all schemas. */
  public static DeleteSchemas of() {
    return new DeleteSchemas(Optional.empty(), Optional.empty());
  }
}
