package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SegmentationTest {
  private static final DateRange TWO_DAYS = DateRange.of("2026-01-05", "2026-01-06");
  private static final SegmentationRequest SIGN_UP = SegmentationRequest.of("Sign Up", TWO_DAYS);

  /** Ann twice on Monday and once on Tuesday, Bob once on Monday, nobody once on Tuesday. */
  private final EventScript story =
      new EventScript()
          .event(
              "ann",
              "Sign Up",
              "2026-01-05T00:00:00Z",
              "{\"plan\":\"pro\",\"tags\":[\"a\",\"b\",\"a\"]}")
          .event("ann", "Sign Up", "2026-01-05T23:59:59.999Z", "{\"plan\":\"free\",\"tags\":[]}")
          .event("bob", "Sign Up", "2026-01-05T12:00:00Z", "{\"plan\":null,\"tags\":\"a\"}")
          .event("ann", "Sign Up", "2026-01-06T12:00:00Z", "{\"plan\":\"pro\"}")
          .event("", "Sign Up", "2026-01-06T13:00:00Z")
          .event("bob", "Sign Up", "2026-01-07T00:00:00Z", "{\"plan\":\"late\"}")
          .event("bob", "Open", "2026-01-06T08:00:00Z", "{\"plan\":\"pro\"}");

  @Test
  void eventsUsersAndEventsAUserOfEachDay() {
    assertThat(story.reports().segmentation(SIGN_UP).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-05", 3L, "2026-01-06", 2L)));
    assertThat(story.reports().segmentation(SIGN_UP.with(r -> r.type(CountType.UNIQUE))).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-05", 2L, "2026-01-06", 1L)));
    // Monday 3 events of 2 users; Tuesday 1 event of 1 user, nobody's event left out.
    assertThat(story.reports().segmentation(SIGN_UP.with(r -> r.type(CountType.AVERAGE))).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-05", 1.5, "2026-01-06", 1.0)));
  }

  @Test
  void segmentsAreNamedByValueTheMissingOnesToo() {
    assertThat(story.reports().segmentation(SIGN_UP.with(r -> r.on("plan"))).series())
        .isEqualTo(
            Map.of(
                "pro", Map.of("2026-01-05", 1L, "2026-01-06", 1L),
                "free", Map.of("2026-01-05", 1L, "2026-01-06", 0L),
                "null", Map.of("2026-01-05", 1L, "2026-01-06", 0L),
                "undefined", Map.of("2026-01-05", 0L, "2026-01-06", 1L)));
  }

  @Test
  void aListCountsOnceForEachOfItsElements() {
    // a: Ann's list and Bob's text; b: the list; undefined: the empty list and two without.
    assertThat(story.reports().segmentation(SIGN_UP.with(r -> r.on("tags"))).series())
        .isEqualTo(
            Map.of(
                "a", Map.of("2026-01-05", 2L, "2026-01-06", 0L),
                "b", Map.of("2026-01-05", 1L, "2026-01-06", 0L),
                "undefined", Map.of("2026-01-05", 1L, "2026-01-06", 2L)));
  }

  @Test
  void theLimitKeepsTheLargestOverTheWholeRangeAndOfEqualOnesTheFirstByName() {
    assertThat(
            story
                .reports()
                .segmentation(SIGN_UP.with(r -> r.on("plan").limit(2)))
                .series()
                .keySet())
        .containsExactly("pro", "free");
    // One user each but undefined, which is nobody's: free, null and pro by name.
    assertThat(
            story
                .reports()
                .segmentation(SIGN_UP.with(r -> r.on("plan").type(CountType.UNIQUE).limit(2)))
                .series())
        .containsOnlyKeys("free", "null");
  }

  @Test
  void filtersByEventAndByProfile() {
    story.profile("{\"$distinct_id\":\"bob\",\"$properties\":{\"vip\":true}}");
    assertThat(total(story, SIGN_UP.with(r -> r.where("properties[\"plan\"] == \"pro\""))))
        .isEqualTo(2);
    assertThat(total(story, SIGN_UP.with(r -> r.where("user[\"vip\"] == true")))).isEqualTo(1);
  }

  @Test
  void daysAreThoseOfTheZoneAlsoWhenClocksChange() {
    // Berlin's 29 March has 23 hours and ends at 22:00 UTC.
    EventScript night =
        new EventScript()
            .event("u", "Open", "2026-03-28T23:00:00Z")
            .event("u", "Open", "2026-03-29T21:59:59Z")
            .event("u", "Open", "2026-03-29T22:00:00Z");
    SegmentationRequest open =
        SegmentationRequest.of("Open", DateRange.of("2026-03-29", "2026-03-30"));
    assertThat(night.reports("Europe/Berlin").segmentation(open).series())
        .isEqualTo(Map.of("Open", Map.of("2026-03-29", 2L, "2026-03-30", 1L)));
    assertThat(night.reports().segmentation(open).total()).isEqualTo(Optional.of(2L));
  }

  @Test
  void anHourThatClocksShowTwiceIsOneBucket() {
    // On 25 October Berlin's clocks go back from 3:00 to 2:00, which is at 1:00 UTC.
    EventScript night =
        new EventScript()
            .event("u", "Open", "2026-10-25T00:30:00Z")
            .event("u", "Open", "2026-10-25T01:30:00Z")
            .event("u", "Open", "2026-10-25T02:30:00Z");
    SegmentationRequest hours =
        SegmentationRequest.of("Open", DateRange.of("2026-10-25", "2026-10-25"))
            .with(r -> r.unit(BucketUnit.HOUR));
    Map<String, Number> series =
        night.reports("Europe/Berlin").segmentation(hours).series().get("Open");
    assertThat(series).hasSize(24);
    assertThat(series).containsEntry("2026-10-25T02:00:00", 2L);
    assertThat(series).containsEntry("2026-10-25T03:00:00", 1L);
  }

  @Test
  void weeksAndMonthsMayBeginBeforeTheRangeAndIntervalsBeginWithIt() {
    DateRange range = DateRange.of("2026-01-06", "2026-01-12");
    SegmentationRequest request = SegmentationRequest.of("Sign Up", range);
    // Tuesday has 2 and Wednesday 1; Monday's 3 are not in the range.
    assertThat(story.reports().segmentation(request.with(r -> r.unit(BucketUnit.WEEK))).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-05", 3L, "2026-01-12", 0L)));
    assertThat(story.reports().segmentation(request.with(r -> r.unit(BucketUnit.MONTH))).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-01", 3L)));
    assertThat(story.reports().segmentation(request.with(r -> r.interval(3))).series())
        .isEqualTo(Map.of("Sign Up", Map.of("2026-01-06", 3L, "2026-01-09", 0L, "2026-01-12", 0L)));
  }

  @Test
  void severalEventsStandSideBySideAsAskedFor() {
    assertThat(
            story
                .reports()
                .eventCounts(EventCountsRequest.of(List.of("Open", "Nothing", "Sign Up"), TWO_DAYS))
                .series())
        .isEqualTo(
            Map.of(
                "Open", Map.of("2026-01-05", 0L, "2026-01-06", 1L),
                "Nothing", Map.of("2026-01-05", 0L, "2026-01-06", 0L),
                "Sign Up", Map.of("2026-01-05", 3L, "2026-01-06", 2L)));
  }

  @Test
  void valuesOfAPropertyAreTheCommonestOrThoseAskedFor() {
    PropertyCountsRequest commonest =
        new PropertyCountsRequest(
            "Sign Up", "plan", TWO_DAYS, BucketUnit.DAY, CountType.GENERAL, List.of(), 1);
    assertThat(story.reports().propertyCounts(commonest).series())
        .isEqualTo(Map.of("pro", Map.of("2026-01-05", 1L, "2026-01-06", 1L)));
    PropertyCountsRequest chosen =
        new PropertyCountsRequest(
            "Sign Up",
            "plan",
            TWO_DAYS,
            BucketUnit.DAY,
            CountType.GENERAL,
            List.of("free", "gone"),
            1);
    assertThat(story.reports().propertyCounts(chosen).series())
        .isEqualTo(
            Map.of(
                "free", Map.of("2026-01-05", 1L, "2026-01-06", 0L),
                "gone", Map.of("2026-01-05", 0L, "2026-01-06", 0L)));
  }

  private static long total(EventScript story, SegmentationRequest request) {
    return story.reports().segmentation(request).total().orElseThrow();
  }
}
