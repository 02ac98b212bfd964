package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.StepDurations;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The user's events are told as letters with the minute, or minute:second, of one hour. */
class FunnelTest {
  private static final DateRange DAY = DateRange.of("2026-01-05", "2026-01-05");

  @Test
  void theWindowBeginsWithTheFirstEntryAndIsNotReset() {
    // Mixpanel's example: A 1:00, A 1:30, B 1:45, C 2:15 with a window of an hour converts to B.
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T13:00:00Z").event("u", "A", "2026-01-05T13:30:00Z");
    story.event("u", "B", "2026-01-05T13:45:00Z").event("u", "C", "2026-01-05T14:15:00Z");
    assertThat(
            counts(story, ofEvents("A", "B", "C").window(new ConversionWindow(1, WindowUnit.HOUR))))
        .containsExactly(1L, 1L, 0L);
    assertThat(
            counts(
                story, ofEvents("A", "B", "C").window(new ConversionWindow(75, WindowUnit.MINUTE))))
        .as("the end of the window is in it")
        .containsExactly(1L, 1L, 1L);
  }

  @Test
  void otherEventsMayLieBetweenStepsInOrder() {
    // Mixpanel's four examples of a specific order.
    assertThat(five("A0 B1 C2 D3 E4")).containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(five("A0 B1 F2 C3 D4 E5")).containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(five("A0 B1 D2 C3 D4 E5")).containsExactly(1L, 1L, 1L, 1L, 1L);
    assertThat(five("A0 B1 C2 E3")).containsExactly(1L, 1L, 1L, 0L, 0L);
  }

  private static List<Long> five(String told) {
    return counts(user(told), ofEvents("A", "B", "C", "D", "E"));
  }

  @Test
  void stepsTwoSecondsApartMayBeInEitherOrder() {
    assertThat(counts(user("B1:00 A1:02"), ofEvents("A", "B"))).containsExactly(1L, 1L);
    assertThat(counts(user("B1:00 A1:03"), ofEvents("A", "B"))).containsExactly(1L, 0L);
  }

  @Test
  void oneEventIsNotTwoSteps() {
    assertThat(counts(user("A1"), ofEvents("A", "A"))).containsExactly(1L, 0L);
    assertThat(counts(user("A1 A1"), ofEvents("A", "A"))).containsExactly(1L, 1L);
  }

  @Test
  void laterStepsMayFollowAfterTheRangeButNotTheFirst() {
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T23:59:00Z").event("u", "B", "2026-01-08T00:00:00Z");
    story.event("v", "A", "2026-01-06T00:00:00Z").event("v", "B", "2026-01-06T00:10:00Z");
    story.event("", "A", "2026-01-05T10:00:00Z");
    assertThat(counts(story, ofEvents("A", "B"))).containsExactly(1L, 1L);
  }

  @Test
  void ratesAndTimesAreThoseOfTheOnesWhoGotThere() {
    EventScript story = user("u", "A0 B2 C5");
    user(story, "v", "A0 B4");
    user(story, "w", "A0");
    List<FunnelStep> steps = story.reports().funnel(ofEvents("A", "B", "C").build()).steps();
    // u and v got to B after 120 and 240 s; u to C 180 s later, 300 s after A.
    assertThat(steps)
        .containsExactly(
            step("A", 3, 1, 1, StepDurations.NONE, StepDurations.NONE),
            step("B", 2, 2.0 / 3, 2.0 / 3, times(180, 180, 228), times(180, 180, 228)),
            step("C", 1, 0.5, 1.0 / 3, times(180, 180, 180), times(300, 300, 300)));
  }

  private static FunnelStep step(
      String event,
      long count,
      double rate,
      double overall,
      StepDurations before,
      StepDurations start) {
    return new FunnelStep(
        event,
        count,
        rate,
        overall,
        before.average(),
        start.average(),
        before.median(),
        before.p90(),
        start.median(),
        start.p90());
  }

  private static StepDurations times(double average, double median, double p90) {
    return new StepDurations(Optional.of(average), Optional.of(median), Optional.of(p90));
  }

  @Test
  void anExcludedEventEndsThePassageAtTheStepReached() {
    FunnelRequestBuilder withoutX = ofEvents("A", "B", "C").exclusions(List.of(Exclusion.of("X")));
    assertThat(counts(user("A0 X1 B2 C3"), withoutX)).containsExactly(1L, 0L, 0L);
    assertThat(counts(user("A0 B2 X2:30 C3"), withoutX)).containsExactly(1L, 1L, 0L);
    assertThat(counts(user("X0 A1 B2 C3 X4"), withoutX)).containsExactly(1L, 1L, 1L);
    FunnelRequestBuilder late =
        ofEvents("A", "B", "C")
            .exclusions(
                List.of(new Exclusion("X", Optional.empty(), Optional.of(2), Optional.of(3))));
    assertThat(counts(user("A0 X1 B2 C3"), late)).containsExactly(1L, 1L, 1L);
  }

  @Test
  void exclusionsHaveTheTwoSecondsToo() {
    FunnelRequestBuilder withoutX = ofEvents("A", "B").exclusions(List.of(Exclusion.of("X")));
    assertThat(counts(user("A1:00 X1:02 B1:30"), withoutX)).containsExactly(1L, 1L);
    assertThat(counts(user("A1:00 X1:03 B1:30"), withoutX)).containsExactly(1L, 0L);
    assertThat(counts(user("A1:00 X1:28 B1:30"), withoutX)).containsExactly(1L, 1L);
  }

  @Test
  void totalsEnterAgainAfterAnExclusion() {
    // Mixpanel's example: A, A, A, B for A to B without A between is two entries, one conversion.
    assertThat(
            counts(
                user("A0 A1 A2 B3"),
                ofEvents("A", "B")
                    .exclusions(List.of(Exclusion.of("A")))
                    .counting(FunnelCounting.TOTAL)))
        .containsExactly(2L, 1L);
  }

  @Test
  void totalsEnterAgainAfterConvertingOrTimingOut() {
    FunnelRequestBuilder total =
        ofEvents("A", "B")
            .counting(FunnelCounting.TOTAL)
            .window(new ConversionWindow(10, WindowUnit.MINUTE));
    assertThat(counts(user("A0 A1 B2 A3 B4"), total)).containsExactly(2L, 2L);
    assertThat(counts(user("A0 A10 A11 B12"), total))
        .as("the second A is still in the first passage")
        .containsExactly(2L, 1L);
    assertThat(counts(user("A0 A1 B2 A3 B4"), total.counting(FunnelCounting.UNIQUE)))
        .containsExactly(1L, 1L);
  }

  @Test
  void inAnyOrderAStepCountsWithAllBeforeIt() {
    FunnelRequestBuilder any = ofEvents("A", "B", "C").order(FunnelOrder.ANY);
    assertThat(counts(user("C0 A1 B2"), any)).containsExactly(1L, 1L, 1L);
    assertThat(counts(user("C0 A1"), any)).containsExactly(1L, 0L, 0L);
    assertThat(counts(user("C0 B1"), any)).containsExactly(0L, 0L, 0L);
    assertThatThrownBy(() -> counts(user("A0"), any.exclusions(List.of(Exclusion.of("X")))))
        .isInstanceOf(MixpanelDataException.class);
  }

  @Test
  void totalsInAnyOrderCountAttemptsBesideTheLongest() {
    FunnelRequestBuilder any =
        ofEvents("A", "B", "C")
            .order(FunnelOrder.ANY)
            .counting(FunnelCounting.TOTAL)
            .window(new ConversionWindow(10, WindowUnit.MINUTE));
    assertThat(counts(user("A0 A20 C21 B22 B40 A41"), any)).containsExactly(3L, 2L, 1L);
    assertThat(counts(user("B0 A8 B12 C13"), any))
        .as("the first attempt reaches into the longer one")
        .containsExactly(1L, 1L, 1L);
  }

  @Test
  void aHeldPropertyKeepsTheValueOfTheEntry() {
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T10:00:00Z", "{\"item\":1}");
    story.event("u", "B", "2026-01-05T10:01:00Z", "{\"item\":\"1\"}");
    story.event("u", "B", "2026-01-05T10:02:00Z", "{\"item\":1.0}");
    List<FunnelStep> steps =
        story.reports().funnel(ofEvents("A", "B").holdConstant(List.of("item")).build()).steps();
    assertThat(steps.get(1).averageSeconds()).as("the text is another value").contains(120.0);
    story.event("v", "A", "2026-01-05T10:00:00Z", "{\"item\":2}");
    story.event("v", "B", "2026-01-05T10:01:00Z");
    assertThat(counts(story, ofEvents("A", "B").holdConstant(List.of("item"))))
        .containsExactly(2L, 1L);
  }

  @Test
  void stepsAndTheWholeHaveFilters() {
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T10:00:00Z", "{\"n\":1}");
    story.event("u", "A", "2026-01-05T11:00:00Z", "{\"n\":2}");
    story.event("u", "B", "2026-01-05T12:00:00Z", "{\"n\":1}");
    FunnelRequestBuilder filtered =
        FunnelRequest.of(
                DAY,
                List.of(
                    new EventSelector("A", Optional.of("properties[\"n\"] == 2")),
                    EventSelector.of("B")))
            .with();
    assertThat(story.reports().funnel(filtered.build()).steps().get(1).averageSeconds())
        .contains(3600.0);
    assertThat(counts(story, ofEvents("A", "B").where("properties[\"n\"] == 2")))
        .containsExactly(1L, 0L);
  }

  @Test
  void aUserEntersOnceInEachSegmentOfTheFirstStep() {
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T10:00:00Z", "{\"p\":\"x\"}");
    story.event("u", "A", "2026-01-05T11:00:00Z", "{\"p\":\"y\"}");
    story.event("u", "A", "2026-01-05T12:00:00Z", "{\"p\":\"x\"}");
    story.event("u", "B", "2026-01-05T10:30:00Z");
    story.event("v", "A", "2026-01-05T10:00:00Z", "{\"p\":\"x\"}");
    var result = story.reports().funnel(ofEvents("A", "B").on("p").build());
    assertThat(countsOf(result.steps())).containsExactly(2L, 1L);
    assertThat(countsOf(result.segments().get("x"))).containsExactly(2L, 1L);
    assertThat(countsOf(result.segments().get("y"))).containsExactly(1L, 0L);
    assertThat(story.reports().funnel(ofEvents("A", "B").on("p").limit(1).build()).segments())
        .containsOnlyKeys("x");
  }

  @Test
  void eachBucketIsAFunnelOfItsOwn() {
    EventScript story = new EventScript();
    story.event("u", "A", "2026-01-05T10:00:00Z").event("u", "A", "2026-01-06T10:00:00Z");
    story.event("u", "B", "2026-01-06T11:00:00Z");
    DateRange days = DateRange.of("2026-01-05", "2026-01-07");
    var byDay =
        story
            .reports()
            .funnel(FunnelRequest.ofEvents(days, "A", "B").with(r -> r.unit(CalendarUnit.DAY)));
    assertThat(countsOf(byDay.series().get("2026-01-05"))).containsExactly(1L, 1L);
    assertThat(countsOf(byDay.series().get("2026-01-06"))).containsExactly(1L, 1L);
    assertThat(countsOf(byDay.series().get("2026-01-07"))).containsExactly(0L, 0L);
    assertThat(countsOf(byDay.steps())).containsExactly(2L, 2L);
    var whole = story.reports().funnel(FunnelRequest.ofEvents(days, "A", "B"));
    assertThat(whole.series()).containsOnlyKeys("2026-01-05");
    assertThat(countsOf(whole.steps())).containsExactly(1L, 1L);
  }

  private static FunnelRequestBuilder ofEvents(String... events) {
    return FunnelRequest.ofEvents(DAY, events).with();
  }

  private static EventScript user(String told) {
    return user("u", told);
  }

  private static EventScript user(String user, String told) {
    return user(new EventScript(), user, told);
  }

  private static EventScript user(EventScript story, String user, String told) {
    for (String event : told.split(" ")) {
      String[] time = event.substring(1).split(":");
      story.event(
          user,
          event.substring(0, 1),
          String.format(
              "2026-01-05T10:%02d:%02dZ",
              Integer.valueOf(time[0]), time.length > 1 ? Integer.valueOf(time[1]) : 0));
    }
    return story;
  }

  private static List<Long> counts(EventScript story, FunnelRequestBuilder options) {
    return countsOf(story.reports().funnel(options.build()).steps());
  }

  private static List<Long> countsOf(List<FunnelStep> steps) {
    return steps.stream().map(FunnelStep::count).toList();
  }
}
