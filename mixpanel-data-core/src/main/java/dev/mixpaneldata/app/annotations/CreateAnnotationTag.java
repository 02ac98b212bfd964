package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new tag of annotations.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateAnnotationTag(
    @Param(help = "Name of the tag") String name, @Param(help = Param.BODY) Optional<Json> json)
    implements CreateAnnotationTagBuilder.With {
  /** Returns a tag with a name. */
  public static CreateAnnotationTag of(String name) {
    return new CreateAnnotationTag(name, Optional.empty());
  }
}
