package dev.mixpaneldata.app.lexicon;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for schemas of the Lexicon. */
@WithBuilder
public record LexiconSchemasRequest(
    @Param(help = "Only schemas of this kind") Optional<EntityType> entityType)
    implements LexiconSchemasRequestBuilder.With {
  /** Returns a request for all schemas. */
  public static LexiconSchemasRequest of() {
    return new LexiconSchemasRequest(Optional.empty());
  }
}
