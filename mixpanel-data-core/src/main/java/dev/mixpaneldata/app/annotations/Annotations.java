package dev.mixpaneldata.app.annotations;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import java.util.List;
import java.util.stream.Collectors;

/** Notes on the timeline of a project, and their tags (annotations reference). */
public final class Annotations {
  private static final String ALL = "/{scope}/annotations/";
  private static final String ONE = "/{scope}/annotations/{}/";
  private static final String TAGS = "/{scope}/annotations/tags/";

  private final AppClient client;

  /** Creates a client over this HTTP client. */
  public Annotations(MixpanelHttp http) {
    this.client = new AppClient(http);
  }

  /** Returns the annotations that match, as Mixpanel orders them. */
  public List<Annotation> list(AnnotationListRequest request) {
    String tags = request.tags().stream().map(String::valueOf).collect(Collectors.joining(","));
    return client.list(
        Annotation.class,
        Call.get(ApiFamily.APP, ALL)
            .parameter("fromDate", request.fromDate().orElse(null))
            .parameter("toDate", request.toDate().orElse(null))
            .parameter("tags", tags.isEmpty() ? null : tags));
  }

  /**
   * Returns an annotation.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code NOT_FOUND} if there is none
   */
  public Annotation get(long id) {
    return client.read(Annotation.class, Call.get(ApiFamily.APP, ONE, id));
  }

  /** Creates an annotation. */
  public Annotation create(CreateAnnotation request) {
    return client.change(
        Annotation.class, Call.post(ApiFamily.APP, ALL).json(BodyFields.of(request)));
  }

  /** Changes what the request gives of an annotation. */
  public Annotation update(UpdateAnnotation request) {
    return client.change(
        Annotation.class,
        Call.patch(ApiFamily.APP, ONE, request.annotationId())
            .json(BodyFields.of(request, "annotation_id")));
  }

  /** Deletes an annotation. */
  public ChangeReceipt delete(long id) {
    return client.change(id, "deleted", Call.delete(ApiFamily.APP, ONE, id));
  }

  /** Returns the tags of annotations. */
  public List<AnnotationTag> tags() {
    return client.list(AnnotationTag.class, Call.get(ApiFamily.APP, TAGS));
  }

  /** Creates a tag. */
  public AnnotationTag createTag(CreateAnnotationTag request) {
    return client.change(
        AnnotationTag.class, Call.post(ApiFamily.APP, TAGS).json(BodyFields.of(request)));
  }
}
