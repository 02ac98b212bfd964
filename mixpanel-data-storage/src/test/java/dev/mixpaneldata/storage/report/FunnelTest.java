package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunnelTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;
  private TestingTable table;

  @BeforeEach
  void emptyTable() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-31");
  }

  private List<Long> counts(FunnelRequestBuilder options) {
    return counts(table.reports().funnel(options.build()).steps());
  }

  private static List<Long> counts(List<FunnelStep> steps) {
    return steps.stream().map(FunnelStep::count).toList();
  }

  private static FunnelRequestBuilder funnel(String... events) {
    return FunnelRequest.ofEvents(DAYS, events).with();
  }

  @Test
  void stepsCountInOrderWithOtherEventsBetween() {
    table
        .event("A", "both", "2026-01-05T10:00:00")
        .event("X", "both", "2026-01-05T11:00:00")
        .event("B", "both", "2026-01-05T12:00:00")
        .event("B", "wrong way", "2026-01-05T10:00:00")
        .event("A", "wrong way", "2026-01-05T12:00:00")
        .event("A", "first only", "2026-01-06T12:00:00")
        .event("B", "second only", "2026-01-06T12:00:00")
        .event("A", "", "2026-01-05T10:00:00")
        .event("B", "", "2026-01-05T12:00:00");
    FunnelResult result = table.reports().funnel(funnel("A", "B").build());

    assertThat(counts(result.steps())).containsExactly(3L, 1L);
    assertThat(result.conversionRate()).isEqualTo(1.0 / 3);
    assertThat(result.steps().get(1).averageSeconds()).contains(7200.0);
    assertThat(result.steps().get(0).averageSeconds()).isEmpty();
  }

  @Test
  void timesHaveAMeanAMedianAndANinetiethPercentile() {
    int[] minutes = {1, 2, 3, 4, 60};
    for (int i = 0; i < minutes.length; i++) {
      String day = i < 3 ? "2026-01-05" : "2026-01-06";
      table
          .event("A", "u" + i, day + "T10:00:00")
          .event(
              "B",
              "u" + i,
              LocalDateTime.parse(day + "T10:00:30").plusMinutes(minutes[i]).toString());
    }
    FunnelResult byDay = table.reports().funnel(funnel("A", "B").unit(CalendarUnit.DAY).build());

    // 90, 150, 210, 270 and 3630 seconds; the 90th per cent lies 0.6 between the last two.
    FunnelStep all = byDay.steps().get(1);
    assertThat(all.averageSeconds()).contains(870.0);
    assertThat(all.medianSeconds()).contains(210.0);
    assertThat(all.p90Seconds().orElseThrow()).isCloseTo(2286, within(1e-6));
    assertThat(byDay.series().get("2026-01-05").get(1).medianSeconds()).contains(150.0);
    assertThat(byDay.steps().get(0).medianSeconds()).isEmpty();
  }

  @Test
  void laterStepsMayFollowAfterTheRangeAndTheWindowIsInclusive() {
    table
        .event("A", "at the edge", "2026-01-06T10:00:00")
        .event("B", "at the edge", "2026-01-13T10:00:00")
        .event("A", "too late", "2026-01-06T10:00:00")
        .event("B", "too late", "2026-01-13T10:00:00.001")
        .event("A", "enters late", "2026-01-07T00:00:00")
        .event("B", "enters late", "2026-01-07T01:00:00");

    assertThat(counts(funnel("A", "B"))).containsExactly(2L, 1L);
  }

  @Test
  void theWindowRunsFromTheFirstEntryAndIsNotReset() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("A", "u", "2026-01-05T10:30:00")
        .event("B", "u", "2026-01-05T11:15:00");

    assertThat(counts(funnel("A", "B").window(new ConversionWindow(1, WindowUnit.HOUR))))
        .containsExactly(1L, 0L);
  }

  @Test
  void stepsWithinTwoSecondsMayBeSentInEitherOrder() {
    table
        .event("B", "near", "2026-01-05T09:59:58")
        .event("A", "near", "2026-01-05T10:00:00")
        .event("B", "far", "2026-01-05T09:59:57.999")
        .event("A", "far", "2026-01-05T10:00:00")
        .event("A", "same", "2026-01-05T10:00:00")
        .event("B", "same", "2026-01-05T10:00:00");

    assertThat(counts(funnel("A", "B"))).containsExactly(3L, 2L);
  }

  @Test
  void oneEventIsNotTwoSteps() {
    table
        .event("A", "once", "2026-01-05T10:00:00")
        .event("A", "twice", "2026-01-05T10:00:00")
        .event("A", "twice", "2026-01-05T10:00:00");

    assertThat(counts(funnel("A", "A"))).containsExactly(2L, 1L);
  }

  @Test
  void eachStepHasItsFilterAndTheWholeHasOne() {
    table
        .event("A", "u", "2026-01-05T10:00:00", "\"plan\":\"free\",\"os\":\"iOS\"")
        .event("A", "u", "2026-01-05T11:00:00", "\"plan\":\"pro\",\"os\":\"iOS\"")
        .event("B", "u", "2026-01-05T10:30:00", "\"os\":\"iOS\"")
        .event("B", "v", "2026-01-05T10:30:00", "\"os\":\"Web\"");
    FunnelRequestBuilder filtered =
        FunnelRequest.of(
                DAYS,
                List.of(
                    new EventSelector("A", Optional.of("properties[\"plan\"] == \"pro\"")),
                    EventSelector.of("B")))
            .with();
    assertThat(counts(filtered)).containsExactly(1L, 0L);
    assertThat(counts(funnel("A", "B").where("properties[\"os\"] == \"iOS\"")))
        .containsExactly(1L, 1L);
    assertThat(counts(funnel("A", "B").where("properties[\"os\"] == \"Web\"")))
        .containsExactly(0L, 0L);
  }

  @Test
  void anExcludedEventEndsThePassageUnlessItIsWithinTheGrace() {
    table
        .event("A", "out", "2026-01-05T10:00:00")
        .event("X", "out", "2026-01-05T10:00:10")
        .event("B", "out", "2026-01-05T10:00:20")
        .event("A", "grace", "2026-01-05T10:00:00")
        .event("X", "grace", "2026-01-05T10:00:02")
        .event("B", "grace", "2026-01-05T10:00:20")
        .event("A", "after", "2026-01-05T10:00:00")
        .event("B", "after", "2026-01-05T10:00:20")
        .event("X", "after", "2026-01-05T10:00:30");

    assertThat(counts(funnel("A", "B").exclusions(List.of(Exclusion.of("X")))))
        .containsExactly(3L, 2L);
  }

  @Test
  void anExclusionCountsBetweenItsStepsOnly() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("X", "u", "2026-01-05T10:00:10")
        .event("B", "u", "2026-01-05T10:00:20")
        .event("C", "u", "2026-01-05T10:00:40");
    Exclusion late = new Exclusion("X", Optional.empty(), Optional.of(2), Optional.of(3));
    Exclusion early = new Exclusion("X", Optional.empty(), Optional.of(1), Optional.of(2));

    assertThat(counts(funnel("A", "B", "C").exclusions(List.of(late)))).containsExactly(1L, 1L, 1L);
    assertThat(counts(funnel("A", "B", "C").exclusions(List.of(early))))
        .containsExactly(1L, 0L, 0L);
  }

  @Test
  void totalsEnterAgainOnlyAfterLeaving() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("A", "u", "2026-01-05T10:10:00")
        .event("B", "u", "2026-01-05T10:20:00")
        .event("A", "u", "2026-01-05T10:30:00")
        // Out after an hour, and in again.
        .event("A", "u", "2026-01-05T11:30:00")
        .event("A", "u", "2026-01-05T11:30:01")
        .event("B", "u", "2026-01-05T11:40:00");
    FunnelRequestBuilder total =
        funnel("A", "B")
            .window(new ConversionWindow(1, WindowUnit.HOUR))
            .counting(FunnelCounting.TOTAL);

    assertThat(counts(total)).containsExactly(3L, 2L);
    assertThat(counts(funnel("A", "B").window(new ConversionWindow(1, WindowUnit.HOUR))))
        .containsExactly(1L, 1L);
  }

  @Test
  void totalsEnterAgainAfterAnExclusion() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("X", "u", "2026-01-05T10:10:00")
        .event("A", "u", "2026-01-05T10:20:00")
        .event("B", "u", "2026-01-05T10:30:00");

    assertThat(
            counts(
                funnel("A", "B")
                    .counting(FunnelCounting.TOTAL)
                    .exclusions(List.of(Exclusion.of("X")))))
        .containsExactly(2L, 1L);
  }

  @Test
  void stepsInAnyOrderCountWithinOneWindow() {
    table
        .event("B", "turned", "2026-01-05T10:00:00")
        .event("A", "turned", "2026-01-05T12:00:00")
        .event("A", "alone", "2026-01-05T12:00:00")
        .event("B", "no first", "2026-01-05T12:00:00");

    assertThat(counts(funnel("A", "B").order(FunnelOrder.ANY))).containsExactly(2L, 1L);
  }

  @Test
  void totalsInAnyOrderCountAttemptsBeforeAndAfterTheLongest() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("A", "u", "2026-01-05T12:00:00")
        .event("C", "u", "2026-01-05T12:10:00")
        .event("B", "u", "2026-01-05T12:20:00")
        .event("B", "u", "2026-01-05T14:00:00")
        .event("A", "u", "2026-01-05T14:30:00");

    FunnelRequestBuilder hour =
        funnel("A", "B", "C")
            .order(FunnelOrder.ANY)
            .window(new ConversionWindow(1, WindowUnit.HOUR));
    assertThat(counts(hour)).containsExactly(1L, 1L, 1L);
    assertThat(counts(hour.counting(FunnelCounting.TOTAL))).containsExactly(3L, 2L, 1L);
  }

  @Test
  void anAttemptInAnyOrderDoesNotReachIntoALongerOne() {
    table
        .event("B", "u", "2026-01-05T10:00:00")
        .event("A", "u", "2026-01-05T10:50:00")
        .event("B", "u", "2026-01-05T11:20:00")
        .event("C", "u", "2026-01-05T11:30:00");

    FunnelRequestBuilder hour =
        funnel("A", "B", "C")
            .order(FunnelOrder.ANY)
            .window(new ConversionWindow(1, WindowUnit.HOUR));
    assertThat(counts(hour.counting(FunnelCounting.TOTAL))).containsExactly(1L, 1L, 1L);
  }

  @Test
  void aHeldPropertyKeepsTheValueOfTheEntry() {
    table
        .event("A", "same", "2026-01-05T10:00:00", "\"cart\":1")
        .event("B", "same", "2026-01-05T11:00:00", "\"cart\":1.0")
        .event("A", "other", "2026-01-05T10:00:00", "\"cart\":1")
        .event("B", "other", "2026-01-05T11:00:00", "\"cart\":\"1\"");

    assertThat(counts(funnel("A", "B").holdConstant(List.of("cart")))).containsExactly(2L, 1L);
  }

  @Test
  void aSplitFunnelTakesTheValueOfTheFirstStep() {
    table
        .event("A", "u", "2026-01-05T10:00:00", "\"plan\":\"free\"")
        .event("B", "u", "2026-01-05T11:00:00", "\"plan\":\"pro\"")
        .event("A", "u", "2026-01-05T12:00:00", "\"plan\":[\"a\",\"b\"]")
        .event("A", "v", "2026-01-05T12:00:00", "\"plan\":\"free\"");
    FunnelResult result = table.reports().funnel(funnel("A", "B").on("plan").build());

    assertThat(counts(result.steps())).containsExactly(2L, 1L);
    assertThat(result.segments().keySet()).containsExactly("free", "a", "b");
    assertThat(counts(result.segments().get("free"))).containsExactly(2L, 1L);
    assertThat(counts(result.segments().get("a"))).containsExactly(1L, 0L);
  }

  @Test
  void everyDayIsAFunnelOfItsOwn() {
    table
        .event("A", "u", "2026-01-05T10:00:00")
        .event("A", "u", "2026-01-06T10:00:00")
        .event("B", "u", "2026-01-06T11:00:00");
    FunnelResult result = table.reports().funnel(funnel("A", "B").unit(CalendarUnit.DAY).build());

    assertThat(counts(result.series().get("2026-01-05"))).containsExactly(1L, 1L);
    assertThat(counts(result.series().get("2026-01-06"))).containsExactly(1L, 1L);
    assertThat(counts(result.steps())).containsExactly(2L, 2L);
  }

  @Test
  void nobodyIsAnAnswer() {
    table.event("X", "u", "2026-01-05T10:00:00");
    FunnelResult result = table.reports().funnel(funnel("A", "B").build());

    assertThat(counts(result.steps())).containsExactly(0L, 0L);
    assertThat(result.conversionRate()).isZero();
  }

  @Test
  void aSavedFunnelIsKnownToMixpanelAlone() {
    table.event("X", "u", "2026-01-05T10:00:00");
    assertThatThrownBy(() -> table.reports().funnel(FunnelRequest.saved(7, DAYS)))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("saved funnel 7");
  }
}
