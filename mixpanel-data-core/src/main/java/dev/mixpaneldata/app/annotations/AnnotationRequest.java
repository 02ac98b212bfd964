package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A request for one annotation. */
public record AnnotationRequest(
    @Param(help = "Id of the annotation", listedBy = Reference.LIST_ANNOTATIONS)
        long annotationId) {}
