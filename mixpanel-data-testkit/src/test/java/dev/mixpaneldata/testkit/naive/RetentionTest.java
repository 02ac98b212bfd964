package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");
  private static final RetentionRequest REQUEST =
      RetentionRequest.of("Sign Up", "Open", DAYS)
          .with(r -> r.unit(CalendarUnit.DAY).intervalCount(3));

  /**
   * Ann is new on Monday at 10 and comes back after 1 hour, after exactly 24 hours and after 71
   * hours; Bob is new on Monday at 23 and comes back after 25 hours. Cid never was new.
   */
  private final EventScript story =
      new EventScript()
          .event("ann", "Sign Up", "2026-01-05T10:00:00Z")
          .event("ann", "Open", "2026-01-05T10:00:00Z", "{\"p\":\"x\"}")
          .event("ann", "Open", "2026-01-05T11:00:00Z", "{\"p\":\"x\"}")
          .event("ann", "Open", "2026-01-06T10:00:00Z", "{\"p\":\"y\"}")
          .event("ann", "Open", "2026-01-08T09:00:00Z", "{\"p\":\"x\"}")
          .event("ann", "Sign Up", "2026-01-06T10:00:00Z")
          .event("bob", "Sign Up", "2026-01-05T23:00:00Z")
          .event("bob", "Open", "2026-01-07T00:00:00Z", "{\"p\":\"x\"}")
          .event("cid", "Open", "2026-01-06T10:00:00Z");

  @Test
  void intervalsRunFromEachUsersOwnFirstEvent() {
    // Interval 0: Ann (1 h); 1: Ann (24 h) and Bob (25 h); 2: Ann (71 h).
    assertThat(story.reports().retention(REQUEST).cohorts())
        .containsExactly(
            RetentionCohort.of("2026-01-05", 2, List.of(1L, 2L, 1L)),
            RetentionCohort.of("2026-01-06", 0, List.of(0L, 0L, 0L)));
  }

  @Test
  void unboundedCountsWhoCameBackThenOrLater() {
    // Interval 0 or later: both; 1 or later: both; 2: Ann.
    assertThat(
            story
                .reports()
                .retention(REQUEST.with(r -> r.unboundedMode(UnboundedMode.CARRY_BACK)))
                .cohorts()
                .get(0)
                .counts())
        .containsExactly(2L, 2L, 1L);
  }

  @Test
  void compoundedHasARowForEachBucketAUserIsActiveIn() {
    RetentionRequest open =
        RetentionRequest.of("Open", "Open", DAYS)
            .with(
                r ->
                    r.unit(CalendarUnit.DAY)
                        .intervalCount(3)
                        .retentionType(RetentionType.COMPOUNDED));
    // Monday: Ann from 10:00; back after 1, 24 and 71 h. Tuesday: Ann from 10:00, back after 47 h,
    // and Cid. Bob's only Open is on Wednesday.
    assertThat(story.reports().retention(open).cohorts())
        .containsExactly(
            RetentionCohort.of("2026-01-05", 1, List.of(1L, 1L, 1L)),
            RetentionCohort.of("2026-01-06", 2, List.of(0L, 1L, 0L)));
  }

  @Test
  void segmentsAreThoseOfTheReturnAndKeepTheWholeSize() {
    Map<String, List<RetentionCohort>> segments =
        story.reports().retention(REQUEST.with(r -> r.on("p"))).segments();
    assertThat(segments).containsOnlyKeys("x", "y");
    assertThat(segments.get("x").get(0))
        .isEqualTo(RetentionCohort.of("2026-01-05", 2, List.of(1L, 1L, 1L)));
    assertThat(segments.get("y").get(0))
        .isEqualTo(RetentionCohort.of("2026-01-05", 2, List.of(0L, 1L, 0L)));
  }

  @Test
  void filtersBothEvents() {
    assertThat(
            story
                .reports()
                .retention(REQUEST.with(r -> r.returnWhere("properties[\"p\"] == \"y\"")))
                .cohorts()
                .get(0)
                .counts())
        .containsExactly(0L, 1L, 0L);
    assertThat(
            story
                .reports()
                .retention(REQUEST.with(r -> r.bornWhere("properties[\"$distinct_id\"] == \"x\"")))
                .cohorts()
                .get(0)
                .size())
        .isZero();
  }

  @Test
  void aMonthIsThirtyDays() {
    EventScript months =
        new EventScript()
            .event("u", "Sign Up", "2026-01-05T10:00:00Z")
            .event("u", "Open", "2026-02-04T10:00:00Z");
    assertThat(
            months
                .reports()
                .retention(REQUEST.with(r -> r.unit(CalendarUnit.MONTH).intervalCount(2)))
                .cohorts())
        .containsExactly(RetentionCohort.of("2026-01-01", 1, List.of(0L, 1L)));
  }

  @Test
  void intervalsThatBeginAfterTheDataAreMissing() {
    // Monday's row: intervals begin on Monday, Tuesday, Wednesday; Tuesday's one day later.
    assertThat(
            story
                .reports()
                .until(Instant.parse("2026-01-07T00:00:00Z"))
                .retention(REQUEST)
                .cohorts())
        .extracting(cohort -> cohort.counts().size() + " " + cohort.completeIntervals())
        .containsExactly("2 1", "1 0");
  }

  @Test
  void frequencyCountsUsersActiveInAtLeastSoManyHours() {
    // Monday: Ann in the hours 10 and 11, Bob in 23. Tuesday: Ann and Cid in the hour 10.
    Map<String, List<Long>> data = story.reports().frequency(FrequencyRequest.of(DAYS)).data();
    assertThat(data.get("2026-01-05")).hasSize(24).startsWith(2L, 1L, 0L);
    assertThat(data.get("2026-01-06")).hasSize(24).startsWith(2L, 0L);
  }

  @Test
  void frequencyCountsDaysOfAWeekAndSplits() {
    DateRange week = DateRange.of("2026-01-05", "2026-01-11");
    FrequencyRequest opens =
        new FrequencyRequest(
            week,
            CalendarUnit.WEEK,
            HourOrDay.DAY,
            Optional.of("Open"),
            Optional.empty(),
            Optional.of("p"),
            Optional.empty());
    var result = story.reports().frequency(opens);
    // Days with Open: Ann 3, Bob 1, Cid 1; with x: Ann 2, Bob 1.
    assertThat(result.data()).isEqualTo(Map.of("2026-01-05", List.of(3L, 1L, 1L, 0L, 0L, 0L, 0L)));
    assertThat(result.segments().get("x"))
        .isEqualTo(Map.of("2026-01-05", List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L)));
  }

  @Test
  void frequencyLeavesOutTheEventsThatMixpanelSetsAside() {
    EventScript shards = new EventScript().event("u", "$hotshard_events", "2026-01-05T10:00:00Z");
    assertThat(shards.reports().frequency(FrequencyRequest.of(DAYS)).data().get("2026-01-05"))
        .startsWith(0L);
    assertThat(
            shards
                .reports()
                .frequency(FrequencyRequest.of(DAYS).with(r -> r.event("$hotshard_events")))
                .data()
                .get("2026-01-05"))
        .startsWith(1L);
  }
}
