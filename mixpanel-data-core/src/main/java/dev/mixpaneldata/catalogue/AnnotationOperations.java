package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.annotations.Annotation;
import dev.mixpaneldata.app.annotations.AnnotationListRequest;
import dev.mixpaneldata.app.annotations.AnnotationRequest;
import dev.mixpaneldata.app.annotations.AnnotationTag;
import dev.mixpaneldata.app.annotations.CreateAnnotation;
import dev.mixpaneldata.app.annotations.CreateAnnotationTag;
import dev.mixpaneldata.app.annotations.UpdateAnnotation;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Annotations and their tags, as operations. */
final class AnnotationOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.ANNOTATIONS);

  private AnnotationOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_annotations",
            "annotations list",
            "Notes on the timeline, of a period or with certain tags",
            AnnotationListRequest.class,
            ResultType.listOf(Annotation.class),
            (app, request) -> app.annotations().list(request)),
        FAMILY.read(
            "get_annotation",
            "annotations get",
            "One note on the timeline",
            AnnotationRequest.class,
            ResultType.of(Annotation.class),
            (app, request) -> app.annotations().get(request.annotationId())),
        FAMILY.write(
            "create_annotation",
            "annotations create",
            "Add a note to the timeline",
            CreateAnnotation.class,
            ResultType.of(Annotation.class),
            (app, request) -> app.annotations().create(request)),
        FAMILY
            .write(
                "update_annotation",
                "annotations update",
                "Change a note on the timeline",
                UpdateAnnotation.class,
                ResultType.of(Annotation.class),
                (app, request) -> app.annotations().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_annotation",
            "annotations delete",
            "Delete a note on the timeline",
            AnnotationRequest.class,
            (app, request) -> app.annotations().delete(request.annotationId()),
            (app, request) -> {
              Annotation annotation = app.annotations().get(request.annotationId());
              return List.of(Subject.of("annotation", annotation.id(), annotation.description()));
            }),
        FAMILY.read(
            "list_annotation_tags",
            "annotations tags list",
            "Tags of annotations",
            NoArguments.class,
            ResultType.listOf(AnnotationTag.class),
            (app, request) -> app.annotations().tags()),
        FAMILY.write(
            "create_annotation_tag",
            "annotations tags create",
            "Create a tag for annotations",
            CreateAnnotationTag.class,
            ResultType.of(AnnotationTag.class),
            (app, request) -> app.annotations().createTag(request)));
  }
}
