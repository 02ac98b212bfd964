package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new tag of the Lexicon.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateLexiconTag(
    @Param(help = "Name of the tag") String name, @Param(help = Param.BODY) Optional<Json> json)
    implements CreateLexiconTagBuilder.With {
  /** Returns a tag of this name. */
  public static CreateLexiconTag of(String name) {
    return new CreateLexiconTag(name, Optional.empty());
  }
}
