package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of an annotation. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateAnnotation(
    @Param(help = "Id of the annotation", listedBy = Reference.LIST_ANNOTATIONS) long annotationId,
    @Param(help = "Text of at most 512 characters") Optional<String> description,
    @Param(
            help = "Ids of all its tags from now on; [] for none",
            listedBy = Reference.LIST_ANNOTATION_TAGS)
        Optional<List<Long>> tags,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateAnnotationBuilder.With {
  public UpdateAnnotation {
    description.ifPresent(CreateAnnotation::requireShort);
  }

  /** Returns a change of nothing yet. */
  public static UpdateAnnotation of(long annotationId) {
    return new UpdateAnnotation(annotationId, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
