package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.links.LinkOutcome;
import dev.mixpaneldata.app.links.LinkRequest;
import dev.mixpaneldata.app.links.LinkedReport;
import dev.mixpaneldata.app.links.Links;
import dev.mixpaneldata.app.links.ReportLink;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project of these tests is 12345, in the European region. */
class LinksTest extends WireTestCase {
  private static final String LINKS = "/api/app/projects/12345/bookmark-urls/";
  private static final String SLUG = "EBrV5bW2u9Mw";
  private static final String PAGE = "https://eu.mixpanel.com/project/12345";
  private static final String KEPT =
      """
      {"results": {"slug": "EBrV5bW2u9Mw", "type": "%s", "params": %s, "project_id": 12345,
                   "created_at": "2026-09-02T10:00:00"}}
      """;
  private static final String PARAMS =
      "{\"sections\": {\"show\": [{\"behavior\": {\"type\": \"%s\"}}]}}";

  private Links links() {
    return workspace.app().links();
  }

  private static Json params(String behavior) {
    return new Json(PARAMS.formatted(behavior));
  }

  private static void kept(String type, String params) {
    server.stubFor(
        post(urlPathEqualTo(LINKS)).willReturn(jsonResponse(KEPT.formatted(type, params), 200)));
    server.stubFor(
        get(urlPathEqualTo(LINKS + SLUG + "/"))
            .willReturn(jsonResponse(KEPT.formatted(type, params), 200)));
  }

  @ParameterizedTest
  @CsvSource({
    "event, insights",
    "simple, insights",
    "funnel, funnels",
    "retention, retention",
  })
  void aDefinitionIsKeptUnderASlugOfOurOwn(String behavior, String type) {
    kept(type, params(behavior).text());
    ReportLink link = links().link(LinkRequest.of(params(behavior)).with(r -> r.name("Mine")));
    assertThat(sent("POST " + LINKS)).isEmpty();
    JsonNode body = Mappers.read(requests().get(0).getBodyAsString());
    assertThat(body.path("slug").asText())
        .matches("[123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz]{12}");
    assertThat(body.path("type").asText()).isEqualTo(type);
    assertThat(body.path("params")).isEqualTo(Mappers.read(params(behavior).text()));
    assertThat(body.path("name").asText()).isEqualTo("Mine");
    assertThat(body.size()).isEqualTo(4);
    assertThat(link.url()).isEqualTo(PAGE + "/app/insights#" + SLUG);
    assertThat(link.type()).isEqualTo(type);
  }

  @Test
  void aFlowHasAPageOfItsOwn() {
    kept("flows", "{\"steps\": []}");
    assertThat(links().link(LinkRequest.of(new Json("{\"steps\": []}"))).url())
        .isEqualTo(PAGE + "/app/flows#" + SLUG);
  }

  @Test
  void aSlugThatIsTakenIsMadeUpAgain() {
    server.stubFor(
        post(urlPathEqualTo(LINKS))
            .inScenario("slug")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(jsonResponse("{\"error\": \"slug already exists\"}", 400))
            .willSetStateTo("free"));
    server.stubFor(
        post(urlPathEqualTo(LINKS))
            .inScenario("slug")
            .whenScenarioStateIs("free")
            .willReturn(jsonResponse(KEPT.formatted("insights", "{}"), 200)));
    links().link(LinkRequest.of(params("event")));
    assertThat(requests()).hasSize(2);
    assertThat(requests().get(0).getBodyAsString())
        .isNotEqualTo(requests().get(1).getBodyAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "insights, insights#report/77",
    "funnels, funnels#view/77",
    "retention, retention#report/77",
    "flows, flows#report/77",
    "launch-analysis, impact#report/77",
  })
  void aSavedReportIsLinkedByItsId(String type, String end) {
    answer(
        "/app/projects/12345/bookmarks/77",
        "{\"results\": {\"id\": 77, \"name\": \"R\", \"type\": \"%s\"}}".formatted(type));
    assertThat(links().link(LinkRequest.saved(77)).url()).isEqualTo(PAGE + "/app/" + end);
    assertThat(
            links()
                .link(
                    LinkRequest.saved(77)
                        .with(r -> r.reportType(BookmarkType.of(type).orElseThrow())))
                .url())
        .isEqualTo(PAGE + "/app/" + end);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aFailedLinkIsAReasonAndNoError() {
    server.stubFor(
        post(urlPathEqualTo(LINKS)).willReturn(jsonResponse("{\"error\": \"forbidden\"}", 403)));
    LinkOutcome outcome = links().attempt(() -> LinkRequest.of(params("event")));
    assertThat(outcome.reportUrl()).isEmpty();
    assertThat(outcome.reportUrlError().orElseThrow()).contains("forbidden");
    assertThat(links().attempt(() -> LinkRequest.of(new Json("{}"))).reportUrlError().orElseThrow())
        .contains("sections.show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://eu.mixpanel.com/project/12345/view/9/app/insights#EBrV5bW2u9Mw",
        "https://eu.mixpanel.com/project/12345/app/flows#EBrV5bW2u9Mw",
        " https://EU.mixpanel.com/project/12345/app/insights#EBrV5bW2u9Mw~(a~'b) ",
      })
  void aLinkLeadsToADefinition(String url) {
    kept("insights", params("event").text());
    LinkedReport report = links().resolve(url);
    sent("GET " + LINKS + SLUG + "/");
    assertThat(report.type()).isEqualTo("insights");
    assertThat(Mappers.read(report.params().orElseThrow().text()))
        .isEqualTo(Mappers.read(params("event").text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://eu.mixpanel.com/project/12345/view/9/app/insights#report/77",
        "https://eu.mixpanel.com/project/12345/app/funnels#view/77/buying",
        "https://eu.mixpanel.com/report/12345/insights#report/77/name-of-it",
        "https://eu.mixpanel.com/project/12345/app/retention#report/77~(changed~true)",
        "https://eu.mixpanel.com/project/12345/view/9/app/boards#id=5&editor-card-id=%22report-77%22",
        "https://eu.mixpanel.com/project/12345/view/9/app/boards#id=5&editor-card-id=\"report-77\"",
      })
  void savedReportsAndCardsOfBoardsLeadToTheirReport(String url) {
    answer(
        "/app/projects/12345/bookmarks/77",
        "{\"results\": {\"id\": 77, \"name\": \"Sales\", \"type\": \"insights\"}}");
    answer("/query/insights", "{\"series\": {\"Buy\": {\"all\": 3}}, \"headers\": [\"$event\"]}");
    LinkedReport report = links().resolve(url);
    assertThat(report.bookmarkId()).contains(77L);
    assertThat(report.name()).contains("Sales");
    assertThat(workspace.savedReports().linked(report).cells()).hasToString("[[Buy, 3]]");
    assertThat(sent("GET /api/query/insights", requests().get(1)))
        .containsEntry("bookmark_id", "77");
  }

  @Test
  void definitionsAreRunAsTheirKindIs() {
    kept("insights", params("event").text());
    answer("/query/insights", "{\"series\": {\"Buy\": {\"all\": 3}}, \"headers\": [\"$event\"]}");
    answer("/query/arb_funnels", "{\"flows\": [{\"flowSteps\": []}]}");
    workspace.savedReports().linked(links().resolve(PAGE + "/app/insights#" + SLUG));
    JsonNode body = Mappers.read(requests().get(1).getBodyAsString());
    assertThat(requests().get(1).getUrl()).isEqualTo("/api/query/insights");
    assertThat(body.path("bookmark")).isEqualTo(Mappers.read(params("event").text()));
    kept("flows", "{\"steps\": [], \"flows_merge_type\": \"list\"}");
    workspace.savedReports().linked(links().resolve(PAGE + "/app/flows#" + SLUG));
    body = Mappers.read(requests().get(3).getBodyAsString());
    assertThat(body.path("query_type").asText()).isEqualTo("flows_top_paths");
    assertThat(body.path("project_id").asLong()).isEqualTo(12345);
  }

  @ParameterizedTest
  @ValueSource(strings = {"redirect", "script"})
  void aShortLinkIsFollowed(String how) {
    kept("insights", params("event").text());
    String target = PAGE + "/app/insights#" + SLUG;
    server.stubFor(
        get(urlPathEqualTo("/s/AbC123"))
            .willReturn(
                how.equals("redirect")
                    ? aResponse().withStatus(302).withHeader("Location", target)
                    : aResponse()
                        .withBody(
                            "<html><script>window.location.href = \"%s\";</script>"
                                .formatted(target.replace("/", "\\/")))));
    assertThat(links().resolve("https://eu.mixpanel.com/s/AbC123").type()).isEqualTo("insights");
  }

  @Test
  void aShortLinkThatWantsASignInSaysSo() {
    server.stubFor(
        get(urlPathEqualTo("/s/AbC123"))
            .willReturn(aResponse().withStatus(302).withHeader("Location", "/login/?next=/s/x")));
    assertThat(refusal("https://eu.mixpanel.com/s/AbC123").code()).isEqualTo(ErrorCode.AUTH_FAILED);
    server.stubFor(get(urlPathEqualTo("/s/gone")).willReturn(aResponse().withStatus(404)));
    assertThat(refusal("https://eu.mixpanel.com/s/gone").code()).isEqualTo(ErrorCode.NOT_FOUND);
    server.stubFor(get(urlPathEqualTo("/s/page")).willReturn(aResponse().withBody("<html>")));
    assertThat(refusal("https://eu.mixpanel.com/s/page").code()).isEqualTo(ErrorCode.BAD_RESPONSE);
  }

  private MixpanelDataException refusal(String url) {
    return catchThrowableOfType(MixpanelDataException.class, () -> links().resolve(url));
  }

  @ParameterizedTest
  @CsvSource({
    "https://mixpanel.com/project/12345/app/insights#EBrV5bW2u9Mw, WRONG_REGION, region",
    "https://eu.mixpanel.com/project/8/app/insights#EBrV5bW2u9Mw, INVALID_ARGUMENT, project 8",
    "https://example.com/project/12345/app/insights#EBrV5bW2u9Mw, INVALID_ARGUMENT, example.com",
    "https://eu.mixpanel.com/project/12345/app/boards#id=5, INVALID_ARGUMENT, board 5",
    "https://eu.mixpanel.com/project/12345/app/users, INVALID_ARGUMENT, does not lead",
    "https://eu.mixpanel.com/project/12345/app/insights#short, INVALID_ARGUMENT, does not lead",
    "not an address, INVALID_ARGUMENT, does not lead",
  })
  void whatCannotLeadToAReportIsRefusedBeforeACall(String url, ErrorCode code, String text) {
    MixpanelDataException refusal = refusal(url);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal).hasMessageContaining(text);
    assertThat(requests()).isEmpty();
  }

  @Test
  void aLinkWithoutARecordIsNoReport() {
    server.stubFor(
        get(urlPathEqualTo(LINKS + SLUG + "/")).willReturn(jsonResponse("{\"results\": []}", 200)));
    assertThat(refusal(PAGE + "/app/insights#" + SLUG).code()).isEqualTo(ErrorCode.BAD_RESPONSE);
  }
}
