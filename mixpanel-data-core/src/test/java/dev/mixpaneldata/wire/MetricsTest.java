package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.context.BusinessContext;
import dev.mixpaneldata.app.metrics.SavedMetric;
import dev.mixpaneldata.discovery.SchemaGraphRequest;
import dev.mixpaneldata.discovery.SubpropertiesRequest;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.saved.MetricReportRequest;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest extends WireTestCase {
  private static final String SERIES =
      "{\"headers\": [\"$metric\"], \"series\": {\"Revenue\": {\"2026-01-05T00:00:00+00:00\": 4}}}";

  private static void saved() {
    answer(
        "/app/projects/12345/metrics",
        """
        {"status": "ok", "results": {
          "9": {"id": 9, "name": "Revenue", "type": "metric", "verified": true, "can_view": false,
                "owned_by": {"id": 5}, "definition": {"behavior": {"type": "event"}}},
          "11": {"id": 11, "name": "revenue", "type": "formula", "owned_by": null},
          "12": {"id": 12, "name": "Twice", "type": "metric"},
          "13": {"id": 13, "name": "Twice", "type": "warehouse"}}}
        """);
    answer(
        "/app/projects/12345/behaviors",
        """
        {"status": "ok", "results": {
          "5": {"id": 5, "name": "Buying", "type": "funnel"},
          "6": {"id": 6, "name": "Coming back", "type": "retention"}}}
        """);
  }

  @Test
  void metricsComeAsMapsById() {
    saved();
    List<SavedMetric> metrics = workspace.app().metrics().list();
    assertThat(sent("GET /api/app/projects/12345/metrics")).isEmpty();
    assertThat(metrics).extracting(SavedMetric::id).containsExactly(9L, 11L, 12L, 13L);
    SavedMetric revenue = metrics.get(0);
    assertThat(revenue.canView()).isFalse();
    assertThat(revenue.verified()).isTrue();
    assertThat(revenue.ownedBy().orElseThrow().text()).isEqualTo("{\"id\":5}");
    assertThat(revenue.definition().orElseThrow().text()).contains("behavior");
    assertThat(metrics.get(1).ownedBy()).isEmpty();
    assertThat(metrics.get(1).canView()).isTrue();
  }

  @Test
  void oneIsFoundByItsIdOrItsName() {
    saved();
    assertThat(workspace.app().metrics().get("9").name()).isEqualTo("Revenue");
    assertThat(workspace.app().metrics().get("revenue").id()).isEqualTo(11);
    assertThat(workspace.app().behaviors().get("BUYING").id()).isEqualTo(5);
    assertThat(requests()).hasSize(2);
  }

  private MixpanelDataException refusal(String reference) {
    return catchThrowableOfType(
        MixpanelDataException.class, () -> workspace.app().metrics().get(reference));
  }

  @Test
  void aNameThatIsNotThereHasNeighboursAndOneOfSeveralHasIds() {
    saved();
    assertThat(refusal("Revenu").code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal("Revenu").hint().orElseThrow()).contains("Revenue");
    assertThat(refusal("Twice").code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(refusal("Twice").hint().orElseThrow()).contains("12, 13");
    assertThat(refusal("99").code()).isEqualTo(ErrorCode.NOT_FOUND);
  }

  private static JsonNode bookmark(int request) {
    return Mappers.read(requests().get(request).getBodyAsString()).path("bookmark");
  }

  @Test
  void theNumbersOfAMetricAreAskedForByItsId() {
    saved();
    answer("/query/insights", SERIES);
    assertThat(
            workspace
                .savedReports()
                .metric(workspace.app().metrics(), MetricReportRequest.of("Revenue"))
                .cells())
        .hasToString("[[Revenue, 2026-01-05T00:00:00+00:00, 4]]");
    assertThat(Mappers.write(bookmark(1).at("/sections/show/0")))
        .isIn("{\"type\":\"metric\",\"id\":9}", "{\"id\":9,\"type\":\"metric\"}");
    assertThat(bookmark(1).at("/sections/time/0").toString())
        .isEqualTo(
            "{\"dateRangeType\":\"in the last\",\"unit\":\"day\",\"window\":{\"unit\":\"day\","
                + "\"value\":30}}");
    assertThat(bookmark(1).at("/sections/group")).isEmpty();
    assertThat(bookmark(1).at("/displayOptions/chartType").asText()).isEqualTo("line");
  }

  @Test
  void theNumbersOfABehaviorAreThoseOfItsKind() {
    saved();
    answer("/query/insights", SERIES);
    MetricReportRequest january =
        MetricReportRequest.of("5")
            .with(
                r ->
                    r.range(DateRange.of("2026-01-01", "2026-01-31"))
                        .unit(BucketUnit.WEEK)
                        .on("plan")
                        .limit(10));
    workspace.savedReports().metric(workspace.app().behaviors(), january);
    workspace
        .savedReports()
        .metric(workspace.app().behaviors(), MetricReportRequest.of("Coming back"));
    JsonNode funnel = bookmark(1);
    assertThat(funnel.at("/sections/show/0/behavior"))
        .isEqualTo(Mappers.read("{\"type\": \"funnel\", \"id\": 5}"));
    assertThat(funnel.at("/sections/show/0/measurement/math").asText())
        .isEqualTo("conversion_rate_unique");
    assertThat(funnel.at("/displayOptions/chartType").asText()).isEqualTo("funnel-steps");
    assertThat(funnel.at("/sections/time/0/value").toString())
        .isEqualTo("[\"2026-01-01\",\"2026-01-31\"]");
    assertThat(funnel.at("/sections/time/0/unit").asText()).isEqualTo("week");
    assertThat(funnel.at("/sections/group/0/value").asText()).isEqualTo("plan");
    assertThat(Mappers.read(requests().get(1).getBodyAsString()).at("/queryLimits/limit").asInt())
        .isEqualTo(10);
    assertThat(bookmark(2).at("/displayOptions/chartType").asText()).isEqualTo("retention-curve");
  }

  private static final String CONTEXT = "/app/projects/12345/business-context";

  @Test
  void theBusinessContextHasTwoTexts() {
    answer(
        CONTEXT + "/chain",
        "{\"results\": {\"org_context\": \"# Org\", \"project_context\": \"# Project\"}}");
    assertThat(workspace.app().businessContext().get())
        .isEqualTo(new BusinessContext("# Org", "# Project"));
    assertThat(sent("GET /api" + CONTEXT + "/chain")).isEmpty();
  }

  @Test
  void whereTheOrganizationIsOutOfReachTheProjectsTextIsGiven() {
    answer(CONTEXT + "/chain", 403, "{\"error\": \"no\"}");
    answer(CONTEXT, "{\"results\": {\"content\": \"# Project\"}}");
    assertThat(workspace.app().businessContext().get())
        .isEqualTo(new BusinessContext("", "# Project"));
  }

  @Test
  void anAnswerOfAnotherShapeIsNoContext() {
    answer(CONTEXT + "/chain", "{\"results\": {\"unexpected\": \"shape\"}}");
    MixpanelDataException error =
        catchThrowableOfType(
            MixpanelDataException.class, () -> workspace.app().businessContext().get());
    assertThat(error.code()).isEqualTo(ErrorCode.BAD_RESPONSE);
    assertThat(error).hasMessageContaining("unexpected");
  }

  private static void definitions() {
    answer(
        "/query/data_definitions/events",
        """
        {"results": [
          {"name": "Open", "properties": []},
          {"name": "Buy", "description": "Somebody pays", "displayName": "Purchase",
           "properties": [{"name": "amount"}, "plan"]}]}
        """);
    answer(
        "/app/projects/12345/data-definitions/properties/",
        """
        {"results": [
          {"name": "amount", "type": "number", "density": 0.25, "description": "In euros"},
          {"name": "old", "density": 0}, {"name": "plan", "description": " "}]}
        """);
  }

  @Test
  void theGraphHasEventsWithTheirProperties() {
    definitions();
    SchemaGraph graph = workspace.discovery().schemaGraph(SchemaGraphRequest.of());
    assertThat(sent("GET /api/query/data_definitions/events", requests().get(0)))
        .containsOnly(entry("project_id", "12345"), entry("fetch_per_event_properties", "true"));
    assertThat(sent("GET /api/app/projects/12345/data-definitions/properties/", requests().get(1)))
        .containsOnly(entry("resourceType", "Event"), entry("includeDensity", "true"));
    assertThat(graph.cells())
        .containsExactly(
            List.of("Buy", "amount", "number", 0.25, "In euros"),
            Arrays.asList("Buy", "plan", null, null, null),
            Arrays.asList("Open", null, null, null, null));
    assertThat(graph.events().get(0).displayName()).contains("Purchase");
    assertThat(graph.events().get(0).description()).contains("Somebody pays");
    assertThat(graph.unused()).containsExactly("old");
    assertThat(graph.densityKnown()).isTrue();
  }

  @Test
  void aPartOfTheGraphCostsNoOtherCall() {
    definitions();
    workspace.discovery().schemaGraph(SchemaGraphRequest.of());
    assertThat(
            workspace
                .discovery()
                .schemaGraph(SchemaGraphRequest.of().with(r -> r.property("plan")))
                .cells())
        .hasToString("[[Buy, plan, null, null, null]]");
    assertThat(
            workspace
                .discovery()
                .schemaGraph(SchemaGraphRequest.of().with(r -> r.event("Open")))
                .events())
        .hasSize(1);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void withoutDefinitionsTheGraphIsBareButThere() {
    definitions();
    answer("/app/projects/12345/data-definitions/properties/", 403, "{\"error\": \"no\"}");
    SchemaGraph graph = workspace.discovery().schemaGraph(SchemaGraphRequest.of());
    assertThat(graph.cells()).hasSize(3);
    assertThat(graph.densityKnown()).isFalse();
  }

  @Test
  void keysInsideAPropertyAreFoundInASampleOfItsValues() {
    answer(
        "/query/events/properties/values",
        """
        ["{\\"sku\\": \\"a\\", \\"price\\": 2}", "[{\\"sku\\": 7}, {\\"sku\\": \\"b\\", \\"tags\\": []}]",
         "plain", "5", ""]
        """);
    assertThat(workspace.discovery().subproperties(SubpropertiesRequest.of("Buy", "cart")))
        .hasToString(
            "[Subproperty[name=sku, types=[string, number], share=1.0, example=\"a\"],"
                + " Subproperty[name=price, types=[number], share=0.3333333333333333, example=2],"
                + " Subproperty[name=tags, types=[list], share=0.3333333333333333, example=[]]]");
    assertThat(sent("GET /api/query/events/properties/values"))
        .contains(entry("event", "Buy"), entry("name", "cart"), entry("limit", "255"));
  }
}
