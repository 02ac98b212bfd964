package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A request for the annotations of a project. */
@WithBuilder
public record AnnotationListRequest(
    @Param(help = "First day, inclusive, yyyy-mm-dd") Optional<LocalDate> fromDate,
    @Param(help = "Last day, inclusive, yyyy-mm-dd") Optional<LocalDate> toDate,
    @Param(
            help = "Only annotations with one of these tags; ids",
            listedBy = Reference.LIST_ANNOTATION_TAGS)
        List<Long> tags)
    implements AnnotationListRequestBuilder.With {
  public AnnotationListRequest {
    tags = List.copyOf(tags);
  }

  /** Returns a request for all annotations. */
  public static AnnotationListRequest of() {
    return new AnnotationListRequest(Optional.empty(), Optional.empty(), List.of());
  }
}
