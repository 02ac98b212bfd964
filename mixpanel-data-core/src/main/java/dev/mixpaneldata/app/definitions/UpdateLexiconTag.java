package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a tag of the Lexicon.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateLexiconTag(
    @Param(help = "Id of the tag", listedBy = Reference.LIST_LEXICON_TAGS, alias = "id") long tagId,
    @Param(help = "New name") Optional<String> name,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateLexiconTagBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateLexiconTag of(long tagId) {
    return new UpdateLexiconTag(tagId, Optional.empty(), Optional.empty());
  }
}
