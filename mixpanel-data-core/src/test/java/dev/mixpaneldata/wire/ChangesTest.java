package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.app.annotations.Annotation;
import dev.mixpaneldata.app.annotations.AnnotationListRequest;
import dev.mixpaneldata.app.annotations.CreateAnnotation;
import dev.mixpaneldata.app.annotations.UpdateAnnotation;
import dev.mixpaneldata.app.cohorts.CohortListRequest;
import dev.mixpaneldata.app.cohorts.UpdateCohort;
import dev.mixpaneldata.app.dashboards.BoardRows;
import dev.mixpaneldata.app.dashboards.CreateDashboard;
import dev.mixpaneldata.app.dashboards.DashboardIdsRequest;
import dev.mixpaneldata.app.webhooks.CreateWebhook;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done and not done around a change of what Mixpanel keeps. */
class ChangesTest extends WireTestCase {
  private static final String ANNOTATIONS = "/app/projects/12345/annotations/";
  private static final CreateAnnotation LAUNCH = CreateAnnotation.of("2026-01-31", "Launch");

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aCreationIsNotRepeatedAfterItMayHaveBeenCarriedOut(int status) {
    answer(ANNOTATIONS, status, "{\"error\": \"down\"}");
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class, () -> workspace.app().annotations().create(LAUNCH));
    assertThat(error.hint().orElseThrow()).contains("may have been carried out");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aStepOfAnExperimentIsNotRepeatedAlthoughItIsAPut() {
    answer("/app/projects/12345/experiments/e1/launch", 502, "");
    assertThatThrownBy(() -> workspace.app().experiments().launch("e1"))
        .isInstanceOf(MixpanelDataException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void whatTheRecordHasNoComponentForComesBack() {
    answer(
        ANNOTATIONS + "7/",
        "{\"results\": {\"id\": 7, \"description\": {\"rich\": 1}, \"colour\": \"red\", \"x\":"
            + " 1.0}}");
    Annotation annotation = workspace.app().annotations().get(7);
    assertThat(annotation.description()).isEmpty();
    assertThat(annotation.remaining()).containsEntry("x", new Json("1.0"));
    assertThat(ResultJson.text(annotation))
        .contains("\"description\":{\"rich\":1}", "\"colour\":\"red\"", "\"x\":1.0")
        .doesNotContain("\"description\":null");
  }

  @Test
  void allPagesAreRead() {
    server.stubFor(
        get(urlPathEqualTo("/api" + ANNOTATIONS))
            .withQueryParam("cursor", com.github.tomakehurst.wiremock.client.WireMock.absent())
            .willReturn(jsonResponse(page(1, "\"c2\""), 200)));
    server.stubFor(
        get(urlPathEqualTo("/api" + ANNOTATIONS))
            .withQueryParam("cursor", com.github.tomakehurst.wiremock.client.WireMock.equalTo("c2"))
            .willReturn(jsonResponse(page(2, "null"), 200)));
    assertThat(workspace.app().annotations().list(AnnotationListRequest.of()))
        .extracting(Annotation::id)
        .containsExactly(1L, 2L);
    server.resetRequests();
  }

  @Test
  void pagesThatRepeatThemselvesEnd() {
    answer(ANNOTATIONS, page(1, "\"c2\""));
    assertThatThrownBy(() -> workspace.app().annotations().list(AnnotationListRequest.of()))
        .hasMessageContaining("repeat themselves");
    server.resetRequests();
  }

  private static String page(long id, String next) {
    return "{\"results\": [{\"id\": %d}], \"pagination\": {\"page_size\": 1, \"next_cursor\": %s}}"
        .formatted(id, next);
  }

  @Test
  void aBulkDeletionThatFailsSaysWhatIsGone() {
    answer("/app/projects/12345/dashboards/bulk-delete", 500, "{\"error\": \"down\"}");
    answer("/app/projects/12345/dashboards", "{\"results\": [{\"id\": 2}, {\"id\": 9}]}");
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class,
            () ->
                workspace.app().dashboards().delete(new DashboardIdsRequest(List.of(1L, 2L, 3L))));
    assertThat(error.code()).isEqualTo(ErrorCode.SERVER_ERROR);
    assertThat(error.getMessage()).endsWith("Deleted: 1, 3. Still there: 2.");
  }

  @Test
  void aChangeForgetsWhatIsKept() {
    answer("/app/projects/12345/cohorts", "{\"results\": [{\"id\": 7, \"name\": \"a\"}]}");
    answer("/app/projects/12345/cohorts/7", "{\"results\": {\"id\": 7, \"name\": \"b\"}}");
    workspace.app().cohorts().list(CohortListRequest.of());
    workspace.app().cohorts().list(CohortListRequest.of());
    assertThat(requests()).hasSize(1);
    workspace.app().cohorts().update(UpdateCohort.of(7).with(c -> c.name("b")));
    workspace.app().cohorts().list(CohortListRequest.of());
    assertThat(requests()).hasSize(3);
  }

  @Test
  void anEmptyListOfTagsIsSent() {
    answer(ANNOTATIONS + "7/", "{\"results\": {\"id\": 7}}");
    workspace
        .app()
        .annotations()
        .update(UpdateAnnotation.of(7).with(a -> a.tags(Optional.of(List.<Long>of()))));
    assertThat(requests().get(0).getBodyAsString()).isEqualTo("{\"tags\":[]}");
  }

  @Test
  void aPreviewSendsNothingAndShowsNoPassword() {
    CreateWebhook hook =
        CreateWebhook.of("a", "https://a.example").with(w -> w.password(Secret.of("s3cr3t")));
    assertThat(hook.toString()).doesNotContain("s3cr3t");
    RequestPreview preview = workspace.app().preview(app -> app.webhooks().create(hook));
    assertThat(preview.method()).isEqualTo("POST");
    assertThat(preview.url()).isEqualTo(server.baseUrl() + "/api/app/projects/12345/webhooks/");
    assertThat(preview.body().orElseThrow().text())
        .contains("\"name\":\"a\"", "\"password\"")
        .doesNotContain("s3cr3t");
    assertThat(requests()).isEmpty();
  }

  @Test
  void aBoardIsMadeWholeInOneCall() {
    answer("/app/projects/12345/dashboards", "{\"results\": {\"id\": 1, \"title\": \"KPIs\"}}");
    Json rows =
        new BoardRows()
            .row(BoardRows.text("<h2>Growth</h2>\n<p>of users</p>"))
            .row(BoardRows.report("Sign-ups", "insights", new Json("{\"sections\":{}}")))
            .toJson();
    workspace.app().dashboards().create(CreateDashboard.of("KPIs").with(d -> d.rows(rows)));
    assertThat(requests().get(0).getBodyAsString())
        .isEqualTo(
            "{\"title\":\"KPIs\",\"rows\":[{\"contents\":[{\"content_type\":\"text\","
                + "\"content_params\":{\"markdown\":\"<h2>Growth</h2> <p>of users</p>\"}}]},"
                + "{\"contents\":[{\"content_type\":\"report\",\"content_params\":{\"bookmark\":"
                + "{\"name\":\"Sign-ups\",\"type\":\"insights\","
                + "\"params\":\"{\\\"sections\\\":{}}\"}}}]}]}");
  }

  @Test
  void aRowHasOneToFourCells() {
    BoardRows.Cell cell = BoardRows.text("a");
    assertThatThrownBy(() -> new BoardRows().row(cell, cell, cell, cell, cell))
        .hasMessageContaining("5 cells");
    assertThatThrownBy(() -> CreateDashboard.of("a").with(d -> d.rows(new Json("[[{}]]"))))
        .hasMessageContaining("not a list of lists of cells");
  }
}
