package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest extends WireTestCase {
  private static final DateRange THREE_DAYS = DateRange.of("2026-01-05", "2026-01-07");
  private static final RetentionRequest REQUEST =
      RetentionRequest.of("Sign up", "Open", THREE_DAYS);

  @Test
  void raggedRowsAreTakenAsTheyAreAndDaysWithoutUsersAreThere() {
    answer(
        "/query/retention",
        """
        {"2026-01-07T00:00:00": {"counts": [4], "first": 4, "rates": [1.0]},
         "2026-01-05": {"counts": [9, "7", 6], "first": 10}}
        """);
    RetentionResult result = workspace.reports().retention(REQUEST);
    assertThat(sent("GET /api/query/retention"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-07"),
            entry("retention_type", "birth"),
            entry("born_event", "Sign up"),
            entry("event", "Open"),
            entry("unit", "day"),
            entry("interval_count", "10"));
    assertThat(result.cohorts())
        .containsExactly(
            RetentionCohort.of("2026-01-05", 10, List.of(9L, 7L, 6L)),
            RetentionCohort.of("2026-01-06", 0, Collections.nCopies(10, 0L)),
            RetentionCohort.of("2026-01-07", 4, List.of(4L)));
    assertThat(result.cohorts().get(0).retention()).containsExactly(0.9, 0.7, 0.6);
    // 13 of 14 in interval 0, but 7 of the 10 that have an interval 1.
    assertThat(result.overallRetention()).containsExactly(13.0 / 14, 0.7, 0.6);
  }

  /** It is 10 o'clock of the 2nd of November, UTC; in which zone the project is nobody knows. */
  @Test
  void zerosOfIntervalsToComeAreLeftOutAndThoseThatRunAreNoneOfTheComplete() {
    answer(
        "/query/retention",
        """
        {"2026-10-31": {"counts": [3, 2, 1, 0, 0], "first": 4},
         "2026-11-01": {"counts": [5, 1, 0, 0, 0], "first": 9}}
        """);
    DateRange days = DateRange.of("2026-10-31", "2026-11-01");
    RetentionResult result =
        workspace
            .reports()
            .retention(
                RetentionRequest.of("A", "B", days)
                    .with(r -> r.unit(CalendarUnit.DAY).intervalCount(5)));
    assertThat(result.cohorts())
        .containsExactly(
            // Far in the east it is the 3rd at midnight, far in the west still the 1st.
            RetentionCohort.of("2026-10-31", 4, List.of(3L, 2L, 1L), 0),
            RetentionCohort.of("2026-11-01", 9, List.of(5L, 1L), 0));
    assertThat(result.overallRetention()).isEmpty();
    assertThat(result.cells().get(0)).endsWith(false);
  }

  @Test
  void unitAndIntervalAreNeverSentTogether() {
    answer("/query/retention", "{}");
    RetentionRequest weekly =
        Binder.bind(
            RetentionRequest.class,
            Map.of(
                "born_event", "A",
                "from_date", "2026-01-05",
                "to_date", "2026-01-07",
                "interval", 7));
    workspace.reports().retention(weekly);
    assertThat(sent("GET /api/query/retention"))
        .containsEntry("interval", "7")
        .containsEntry("event", "A")
        .doesNotContainKey("unit");
  }

  @Test
  void severalWeeksAreRefusedBeforeAQueryIsSpent() {
    RetentionRequest request =
        Binder.bind(
            RetentionRequest.class,
            Map.of(
                "born_event", "A",
                "from_date", "2026-01-05",
                "to_date", "2026-01-07",
                "interval", 2,
                "retention_type", "compounded",
                "unit", "week"));
    assertThatThrownBy(() -> workspace.reports().retention(request))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("several weeks");
    assertThat(requests()).isEmpty();
  }

  @Test
  void filtersAndOptionsHaveMixpanelsNames() {
    answer("/query/retention", "{}");
    workspace
        .reports()
        .retention(
            REQUEST.with(
                r ->
                    r.bornWhere("properties[\"a\"] == 1")
                        .returnWhere("properties[\"b\"] == 2")
                        .unit(CalendarUnit.WEEK)
                        .intervalCount(4)
                        .unboundedMode(UnboundedMode.CARRY_BACK)
                        .on("plan")));
    assertThat(sent("GET /api/query/retention"))
        .containsEntry("born_where", "properties[\"a\"] == 1")
        .containsEntry("where", "properties[\"b\"] == 2")
        .containsEntry("unit", "week")
        .containsEntry("interval_count", "4")
        .containsEntry("unbounded_retention", "true")
        .containsEntry("on", "properties[\"plan\"]")
        .doesNotContainKey("limit");
  }

  @Test
  void compoundedRetentionKnowsOneEvent() {
    answer("/query/retention", "{}");
    RetentionRequest request =
        RetentionRequest.of("Open", "Open", THREE_DAYS)
            .with(r -> r.retentionType(RetentionType.COMPOUNDED));
    workspace.reports().retention(request);
    assertThat(sent("GET /api/query/retention"))
        .containsEntry("retention_type", "compounded")
        .containsEntry("event", "Open")
        .doesNotContainKey("born_event");
    assertThatThrownBy(() -> REQUEST.with(r -> r.retentionType(RetentionType.COMPOUNDED)))
        .isInstanceOf(MixpanelDataException.class);
  }

  @Test
  void segmentsInsideDatesAndDatesInsideSegmentsMeanTheSame() {
    String inside =
        """
        {"2026-01-05": {"$overall": {"first": 3, "counts": [2]},
          "pro": {"first": 1, "counts": [1]}, "free": {"first": 2, "counts": [1]}}}
        """;
    String outside =
        """
        {"results": {"$overall": {"2026-01-05": {"first": 3, "counts": [2]}},
          "pro": {"2026-01-05": {"first": 1, "counts": [1]}},
          "free": {"2026-01-05": {"first": 2, "counts": [1]}}}}
        """;
    answer("/query/retention", inside);
    RetentionResult one = workspace.reports().retention(REQUEST.with(r -> r.on("plan")));
    answer("/query/retention", outside);
    RetentionResult other = workspace.reports().retention(REQUEST.with(r -> r.on("plan")));
    assertThat(one.segments()).isEqualTo(other.segments()).containsOnlyKeys("pro", "free");
    assertThat(one.cohorts())
        .isEqualTo(other.cohorts())
        .containsExactly(RetentionCohort.of("2026-01-05", 3, List.of(2L)));
  }

  @Test
  void anEmptyProjectHasRowsWithoutUsers() {
    answer("/query/retention", "{}");
    assertThat(workspace.reports().retention(REQUEST).cohorts())
        .extracting(RetentionCohort::size)
        .containsExactly(0L, 0L, 0L);
  }
}
