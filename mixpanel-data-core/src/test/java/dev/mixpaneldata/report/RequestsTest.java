package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.binding.Names;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsTest {
  private static final DateRange RANGE = DateRange.of("2026-01-05", "2026-01-07");

  static Stream<Record> factories() {
    return Stream.of(
        SegmentationRequest.of("x", RANGE),
        NumericBucketsRequest.of("x", RANGE, "x"),
        NumericSeriesRequest.of("x", RANGE, "x"),
        EventCountsRequest.of(List.of("x"), RANGE),
        PropertyCountsRequest.of("x", "x", RANGE),
        FunnelRequest.saved(7, RANGE),
        FunnelRequest.ofEvents(RANGE, "x", "y"),
        RetentionRequest.of("x", "y", RANGE),
        FrequencyRequest.of(RANGE),
        DistributionRequest.of("x", "x", RANGE),
        NumericSummaryRequest.of("x", "x", RANGE),
        DailyCountsRequest.of(RANGE),
        EngagementRequest.of(RANGE),
        PropertyValuesRequest.of("x"),
        TopEventsRequest.of(),
        ProfileQueryRequest.of(),
        ProfileStatisticsRequest.of());
  }

  /** What Java's factories leave out is what the surfaces leave out. */
  @ParameterizedTest
  @MethodSource("factories")
  void javaDefaultsAreTheDeclaredOnes(Record request) {
    Map<String, Object> given = new TreeMap<>();
    given.put("event", "x");
    given.put("events", List.of("x"));
    given.put("on", "x");
    given.put("property_name", "x");
    given.put("distinct_ids", List.of("x"));
    given.put("born_event", "x");
    given.put("return_event", "y");
    given.put("from_date", "2026-01-05");
    given.put("to_date", "2026-01-07");
    if (request instanceof FunnelRequest funnel) {
      given.put("funnel_id", funnel.funnelId().orElse(null));
      given.put("steps", funnel.steps().isEmpty() ? null : List.of("x", "y"));
    }
    assertThat(bindKnown(request, given)).isEqualTo(request);
  }

  private static Record bindKnown(Record request, Map<String, Object> given) {
    Map<String, Object> required = new TreeMap<>(given);
    List<String> always = List.of("return_event", "funnel_id", "steps", "from_date", "to_date");
    List<String> names = Names.required(request.getClass());
    required.keySet().removeIf(name -> !names.contains(name) && !always.contains(name));
    required.keySet().retainAll(Names.all(request.getClass()));
    return Binder.bind(request.getClass(), required);
  }

  @Test
  void stepsAreNamesOrObjects() {
    FunnelRequest bound =
        Binder.bind(
            FunnelRequest.class,
            Map.of(
                "from_date", "2026-01-05",
                "to_date", "2026-01-07",
                "steps",
                    List.of(
                        "Sign up",
                        "{\"event\": \"Buy\", \"where\": \"properties[\\\"a\\\"] == 1\"}",
                        Map.of("event", "Renew")),
                "exclusions", "Refund,Chargeback"));
    assertThat(bound.steps())
        .containsExactly(
            EventSelector.of("Sign up"),
            new EventSelector("Buy", Optional.of("properties[\"a\"] == 1")),
            EventSelector.of("Renew"));
    assertThat(bound.exclusions())
        .containsExactly(Exclusion.of("Refund"), Exclusion.of("Chargeback"));
  }

  @Test
  void aMistakeInsideAStepNamesTheParameter() {
    assertThatThrownBy(
            () ->
                Binder.bind(
                    FunnelRequest.class,
                    Map.of(
                        "from_date", "2026-01-05",
                        "to_date", "2026-01-07",
                        "steps", List.of("A", Map.of("evnt", "B")))))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("steps")
        .hasMessageContaining("evnt");
  }

  @Test
  void theNameOfThePythonToolIsTaken() {
    assertThat(
            Binder.bind(
                    SegmentationRequest.class,
                    Map.of(
                        "event", "x",
                        "from_date", "2026-01-05",
                        "to_date", "2026-01-07",
                        "segment_property", "plan"))
                .on())
        .contains("plan");
  }

  @Test
  void aListThatMustBeGivenIsMissed() {
    assertThatThrownBy(
            () ->
                Binder.bind(
                    EventCountsRequest.class,
                    Map.of("from_date", "2026-01-05", "to_date", "2026-01-07")))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("events is missing");
  }

  static Stream<Runnable> contradictions() {
    return Stream.of(
        () -> FunnelRequest.ofEvents(RANGE),
        () -> FunnelRequest.ofEvents(RANGE, "A"),
        () -> FunnelRequest.saved(1, RANGE).with(r -> r.holdConstant(List.of("a", "b", "c", "d"))),
        () ->
            FunnelRequest.saved(1, RANGE)
                .with(r -> r.window(new ConversionWindow(367, WindowUnit.DAY))),
        () ->
            FunnelRequest.saved(1, RANGE)
                .with(r -> r.window(new ConversionWindow(0, WindowUnit.DAY))),
        () ->
            FunnelRequest.ofEvents(RANGE, "A", "B")
                .with(
                    r ->
                        r.exclusions(
                            List.of(
                                new Exclusion(
                                    "C", Optional.empty(), Optional.of(2), Optional.empty())))),
        () -> new Exclusion("C", Optional.empty(), Optional.of(2), Optional.of(2)),
        () -> SegmentationRequest.of(" ", RANGE),
        () -> SegmentationRequest.of("A", RANGE).with(r -> r.limit(10_001)),
        () -> SegmentationRequest.of("A", RANGE).with(r -> r.interval(0)),
        () -> SegmentationRequest.of("A", RANGE).with(r -> r.on("properties[\"plan]")),
        () -> new NumericSummaryRequest("A", "b", RANGE, List.of(0)),
        () -> new EngagementRequest(RANGE, List.of(), List.of(0, 5)));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void whatDoesNotGoTogetherIsRefused(Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(MixpanelDataException.class, e -> assertThat(e.hint()).isPresent());
  }
}
