package dev.mixpaneldata.report.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ComparisonOffset;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Definitions are those that Mixpanel's own Python package makes of the same question. The pairs of
 * its tests stand beside this class's resources with their licence.
 */
class DefinitionsTest {
  /** The pairs that requests can say; a change that makes it fewer is a loss. */
  private static final int LEAST_COMPARED = 113;

  /** One input of the package and the JSON that it makes of it. */
  record Pair(String call, JsonNode input, JsonNode output) {
    @Override
    public String toString() {
      String text = call + " " + input;
      return text.substring(0, Math.min(200, text.length()));
    }
  }

  static Stream<Pair> pairs() {
    try (InputStream file =
        Objects.requireNonNull(DefinitionsTest.class.getResourceAsStream("pairs.jsonl"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Mappers::read)
          .map(
              line ->
                  new Pair(line.path("call").asText(), line.path("input"), line.path("output")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void definitionsAreThoseOfMixpanelsPackage(Pair pair) {
    JsonNode made;
    try {
      made = made(pair);
    } catch (PeerInput.Unsaid | MixpanelDataException e) {
      Assumptions.abort("Requests cannot say this: " + e.getMessage());
      return;
    }
    assertThat(made).isEqualTo(expected(pair));
  }

  @Test
  void mostPairsAreCompared() {
    assertThat(pairs().filter(DefinitionsTest::isSaid).count())
        .isGreaterThanOrEqualTo(LEAST_COMPARED);
  }

  private static boolean isSaid(Pair pair) {
    try {
      made(pair);
      return true;
    } catch (PeerInput.Unsaid | MixpanelDataException e) {
      return false;
    }
  }

  private static JsonNode made(Pair pair) {
    Optional<Cohort> cohort = PeerInput.cohort(pair.input());
    String json =
        switch (pair.call()) {
          case "workspace.build_params" ->
              params(Definitions.of(Report.INSIGHTS, PeerInput.insights(pair.input()), cohort));
          case "workspace.build_funnel_params" ->
              params(Definitions.of(Report.FUNNEL, PeerInput.funnel(pair.input()), cohort));
          case "workspace.build_retention_params" ->
              params(Definitions.of(Report.RETENTION, PeerInput.retention(pair.input()), cohort));
          case "workspace.build_flow_params" ->
              params(Definitions.of(Report.EVENT_PATHS, PeerInput.flow(pair.input()), cohort));
          default ->
              Filters.of(Optional.of(PeerInput.condition(pair.input().path("f"))))
                  .clauses()
                  .get(0)
                  .toString();
        };
    return Mappers.read(json);
  }

  private static String params(Definition definition) {
    return definition.params().text();
  }

  /** Returns what the package makes, without what only its defaults and its sorting add. */
  private static JsonNode expected(Pair pair) {
    JsonNode expected = pair.output().deepCopy();
    if (!(expected instanceof ObjectNode params)) {
      return expected;
    }
    if (pair.call().equals("workspace.build_retention_params")) {
      // How a chart is sorted; the numbers do not depend on it.
      params.remove("sorting");
      params.remove("columnWidths");
    }
    JsonNode behavior = params.path("sections").path("show").path(0).path("behavior");
    if (behavior.path("retentionUnboundedMode").asText().equals("none")) {
      // Absent is the default.
      ((ObjectNode) behavior).remove("retentionUnboundedMode");
    }
    if (behavior.path("funnelReentryMode").asText().equals("default")) {
      // Absent is the default.
      ((ObjectNode) behavior).remove("funnelReentryMode");
    }
    if (pair.call().contains("retention")) {
      // The rows of an answer are of the unit of the intervals here, and of days there.
      ((ObjectNode) params.path("sections").path("time").path(0)).put("unit", "week");
    }
    return Mappers.read(params.toString());
  }

  /** The package sends the comparison where Mixpanel's schema forbids it. */
  @Test
  void theComparisonStandsWhereMixpanelSavesIt() {
    JsonNode params =
        Mappers.read(
            params(
                Definitions.of(
                    Report.INSIGHTS,
                    InsightsRequest.of("A").with(r -> r.compare(ComparisonOffset.MONTH)))));
    assertThat(params.path("timeComparison").toString())
        .isEqualTo("{\"offset\":{\"unit\":\"month\",\"value\":1}}");
    assertThat(params.path("liftComparison").path("type").asText()).isEqualTo("timeComparison");
    assertThat(params.path("displayOptions").has("timeComparison")).isFalse();
  }

  @Test
  void theRestOfTheDials() {
    JsonNode insights =
        Mappers.read(
            params(
                Definitions.of(
                    Report.INSIGHTS,
                    InsightsRequest.of(
                            Metric.ofEvents("A", "B")
                                .with(m -> m.where("properties[\"x\"] > -1.50")))
                        .with(
                            r ->
                                r.running(SeriesTransform.average(7))
                                    .where("properties[\"n\"] == 1 and user[\"p\"] == true")))));
    assertThat(insights.path("displayOptions").toString())
        .isEqualTo("{\"chartType\":\"line\",\"analysis\":\"rolling\",\"rollingWindowSize\":7}");
    JsonNode behavior = insights.path("sections").path("show").path(0).path("behavior");
    // Mixpanel ignores filters around several events; only those of each work.
    assertThat(behavior.path("type").asText()).isEqualTo("simple");
    assertThat(behavior.path("filters")).isEmpty();
    assertThat(behavior.path("behaviors").path(1).path("filters").path(0).path("filterValue"))
        .hasToString("-1.5");
    assertThat(insights.path("sections").path("filter").path(1).path("resourceType").asText())
        .isEqualTo("people");
    JsonNode retention =
        Mappers.read(
            params(
                Definitions.of(
                    Report.RETENTION,
                    RetentionRequest.of("A", "B", PeerInput.DAYS)
                        .with(
                            r ->
                                r.unit(CalendarUnit.DAY)
                                    .interval(3)
                                    .intervalCount(2)
                                    .unboundedMode(UnboundedMode.CARRY_BACK)
                                    .alignment(RetentionAlignment.CALENDAR)))));
    behavior = retention.path("sections").path("show").path(0).path("behavior");
    assertThat(behavior.path("retentionCustomBucketSizes")).hasToString("[3,6]");
    assertThat(behavior.path("retentionAlignmentType").asText()).isEqualTo("interval_start");
    assertThat(behavior.path("retentionUnboundedMode").asText()).isEqualTo("carry_back");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "properties[\"a\"] == properties[\"b\"]",
        "properties[\"a\"][\"b\"] == 1",
        "properties[\"a\"] == null",
        "properties[\"a\"] in [\"x\", 1]",
        "properties[\"a\"] != true",
        "not properties[\"a\"] > 1",
        "not (properties[\"a\"] == 1 or properties[\"b\"] == 1)",
        "properties[\"a\"] == 1 and (properties[\"b\"] == 1 or properties[\"c\"] == 1)",
        "behaviors[\"a\"] > 1",
        "datetime(properties[\"t\"]) < datetime(\"2026-01-05T12:00:00\")",
        "datetime(properties[\"t\"]) > datetime(\"2026-01-05\")"
      })
  void whatFiltersCannotSayIsRefusedWithTheWayOut(String condition) {
    Expression.parse(condition);
    assertThatThrownBy(() -> Filters.of(Optional.of(condition)))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code().name()).isEqualTo("CANNOT_ANSWER");
              assertThat(e.hint().orElse("")).contains("local");
            });
  }

  @Test
  void eitherConditionStandsAtTheEventAndNotAtTheReport() {
    String either = "properties[\"a\"] == 1 or properties[\"b\"] == \"x\"";
    FunnelRequest funnel =
        FunnelRequest.of(
            PeerInput.DAYS,
            List.of(new EventSelector("A", Optional.of(either)), EventSelector.of("B")));
    JsonNode step =
        Mappers.read(params(Definitions.of(Report.FUNNEL, funnel)))
            .path("sections")
            .path("show")
            .path(0)
            .path("behavior")
            .path("behaviors")
            .path(0);
    assertThat(step.path("filtersDeterminer").asText()).isEqualTo("any");
    assertThat(step.path("filters")).hasSize(2);
    assertThatThrownBy(
            () ->
                Definitions.of(
                    Report.FUNNEL,
                    FunnelRequest.ofEvents(PeerInput.DAYS, "A", "B").with(r -> r.where(either))))
        .hasMessageContaining("'or'");
  }

  @Test
  void whatDefinitionsCannotSayIsRefused() {
    FunnelRequest funnel = FunnelRequest.ofEvents(PeerInput.DAYS, "A", "B");
    assertThatThrownBy(() -> Definitions.of(Report.FUNNEL, funnel.with(r -> r.interval(3))))
        .hasMessageContaining("not of 3 days");
    assertThatThrownBy(
            () ->
                Definitions.of(
                    Report.FUNNEL,
                    funnel.with(
                        r -> r.exclusions(List.of(Exclusion.parse("C[properties[\"a\"] > 1]"))))))
        .hasMessageContaining("by name");
    assertThatThrownBy(() -> Definitions.of(Report.FUNNEL, FunnelRequest.saved(7, PeerInput.DAYS)))
        .hasMessageContaining("saved funnel");
    assertThatThrownBy(
            () ->
                Definitions.of(
                    Report.SEGMENTATION,
                    SegmentationRequest.of("A", PeerInput.DAYS)
                        .with(r -> r.type(CountType.AVERAGE))))
        .hasMessageContaining("for each user");
  }
}
