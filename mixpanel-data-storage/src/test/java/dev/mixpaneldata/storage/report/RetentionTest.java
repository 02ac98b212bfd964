package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;
  private TestingTable table;

  @BeforeEach
  void emptyTable() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-31");
  }

  private static RetentionRequest request() {
    return RetentionRequest.of("Signup", "Login", DAYS)
        .with(r -> r.unit(CalendarUnit.DAY).intervalCount(3));
  }

  private List<RetentionCohort> cohorts(RetentionRequest request) {
    return table.reports().retention(request).cohorts();
  }

  /** The shape of the sample of the retention reference: first 10, counts 9, 7, 6. */
  @Test
  void usersComeBackInIntervalsOfTheirOwn() {
    for (int i = 0; i < 10; i++) {
      String user = "u" + i;
      table.event("Signup", user, "2026-01-05T20:00:00");
      if (i < 9) {
        table.event("Login", user, "2026-01-06T19:59:59");
      }
      if (i < 7) {
        table.event("Login", user, "2026-01-06T20:00:00");
        table.event("Login", user, "2026-01-06T21:00:00");
      }
      if (i >= 4) {
        table.event("Login", user, "2026-01-08T19:59:59.999");
      }
      table.event("Login", user, "2026-01-08T20:00:00");
    }
    RetentionResult result = table.reports().retention(request());

    assertThat(result.cohorts())
        .containsExactly(
            RetentionCohort.of("2026-01-05", 10, List.of(9L, 7L, 6L)),
            RetentionCohort.of("2026-01-06", 0, List.of(0L, 0L, 0L)));
    assertThat(result.overallRetention()).containsExactly(0.9, 0.7, 0.6);
  }

  @Test
  void intervalsOfTheCalendarBeginAtMidnight() {
    table
        .event("Signup", "late", "2026-01-05T23:00:00")
        .event("Login", "late", "2026-01-05T23:30:00")
        .event("Login", "late", "2026-01-06T00:00:00")
        .event("Signup", "early", "2026-01-05T00:30:00")
        .event("Login", "early", "2026-01-06T00:00:00")
        .event("Login", "early", "2026-01-07T23:59:59.999")
        .event("Login", "early", "2026-01-08T00:00:00");
    RetentionRequest calendar = request().with(r -> r.alignment(RetentionAlignment.CALENDAR));

    assertThat(cohorts(calendar))
        .containsExactly(
            RetentionCohort.of("2026-01-05", 2, List.of(1L, 2L, 1L)),
            RetentionCohort.of("2026-01-06", 0, List.of(0L, 0L, 0L)));
    assertThat(cohorts(request()).get(0).counts()).containsExactly(2L, 0L, 1L);
    assertThat(
            cohorts(calendar.with(r -> r.unboundedMode(UnboundedMode.CARRY_BACK))).get(0).counts())
        .containsExactly(2L, 2L, 1L);
  }

  @Test
  void onlyTheFirstSignupCountsAndOnlyLaterEventsBringBack() {
    table
        .event("Signup", "u", "2026-01-05T10:00:00")
        .event("Signup", "u", "2026-01-06T10:00:00")
        .event("Login", "u", "2026-01-05T10:00:00")
        .event("Login", "u", "2026-01-05T09:00:00")
        .event("Signup", "", "2026-01-05T10:00:00");

    assertThat(cohorts(request()))
        .containsExactly(
            RetentionCohort.of("2026-01-05", 1, List.of(0L, 0L, 0L)),
            RetentionCohort.of("2026-01-06", 0, List.of(0L, 0L, 0L)));
    assertThat(
            cohorts(
                    RetentionRequest.of("Signup", "Signup", DAYS)
                        .with(r -> r.unit(CalendarUnit.DAY).intervalCount(2)))
                .get(0))
        .isEqualTo(RetentionCohort.of("2026-01-05", 1, List.of(0L, 1L)));
  }

  @Test
  void unboundedCountsWhoCameBackThenOrLater() {
    table
        .event("Signup", "a", "2026-01-05T10:00:00")
        .event("Login", "a", "2026-01-07T11:00:00")
        .event("Signup", "b", "2026-01-05T10:00:00")
        .event("Login", "b", "2026-01-05T11:00:00")
        .event("Login", "b", "2026-01-06T11:00:00");

    assertThat(cohorts(request()).get(0).counts()).containsExactly(1L, 1L, 1L);
    assertThat(
            cohorts(request().with(r -> r.unboundedMode(UnboundedMode.CARRY_BACK))).get(0).counts())
        .containsExactly(2L, 2L, 1L);
  }

  @Test
  void compoundedBeginsAnewInEachRow() {
    table
        .event("Login", "u", "2026-01-05T10:00:00")
        .event("Login", "u", "2026-01-06T09:00:00")
        .event("Login", "u", "2026-01-07T10:00:00");

    assertThat(
            cohorts(
                RetentionRequest.of("Login", "Login", DAYS)
                    .with(
                        r ->
                            r.unit(CalendarUnit.DAY)
                                .intervalCount(3)
                                .retentionType(RetentionType.COMPOUNDED))))
        .containsExactly(
            RetentionCohort.of("2026-01-05", 1, List.of(1L, 0L, 1L)),
            RetentionCohort.of("2026-01-06", 1, List.of(0L, 1L, 0L)));
  }

  @Test
  void filtersAndSegmentsAreThoseOfTheirEvents() {
    table
        .event("Signup", "a", "2026-01-05T10:00:00", "\"plan\":\"pro\"")
        .event("Signup", "b", "2026-01-05T10:00:00", "\"plan\":\"free\"")
        .event("Login", "a", "2026-01-05T11:00:00", "\"os\":\"iOS\"")
        .event("Login", "a", "2026-01-06T11:00:00", "\"os\":\"Web\"")
        .event("Login", "b", "2026-01-05T11:00:00", "\"os\":\"Web\"");
    RetentionRequest pro = request().with(r -> r.bornWhere("properties[\"plan\"] == \"pro\""));

    assertThat(cohorts(pro).get(0))
        .isEqualTo(RetentionCohort.of("2026-01-05", 1, List.of(1L, 1L, 0L)));
    assertThat(
            cohorts(pro.with(r -> r.returnWhere("properties[\"os\"] == \"Web\""))).get(0).counts())
        .containsExactly(0L, 1L, 0L);
    RetentionResult split = table.reports().retention(request().with(r -> r.on("os")));
    assertThat(split.segments().get("Web").get(0))
        .isEqualTo(RetentionCohort.of("2026-01-05", 2, List.of(1L, 1L, 0L)));
    assertThat(split.segments().get("iOS").get(0).counts()).containsExactly(1L, 0L, 0L);
  }

  @Test
  void intervalsThatHaveNotBegunAreMissing() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-06");
    table.event("Signup", "a", "2026-01-05T10:00:00").event("Login", "a", "2026-01-06T11:00:00");

    assertThat(cohorts(request()))
        .containsExactly(
            RetentionCohort.of("2026-01-05", 1, List.of(0L, 1L), 1),
            RetentionCohort.of("2026-01-06", 0, List.of(0L), 0));
  }

  @Test
  void aDayThatWasNotOverWhenItWasFetchedCompletesNothing() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-07").fetchedAt("2026-01-07T18:00:00");
    table.event("Signup", "a", "2026-01-05T10:00:00");

    assertThat(cohorts(request()))
        .extracting(RetentionCohort::completeIntervals)
        .containsExactly(1, 0);
  }

  @Test
  void aShareOfAllIsOfRowsThatHaveTheIntervalBehindThem() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-07");
    table
        .event("Signup", "a", "2026-01-05T10:00:00")
        .event("Login", "a", "2026-01-06T11:00:00")
        .event("Signup", "b", "2026-01-06T10:00:00");

    RetentionResult result = table.reports().retention(request());
    // b's interval 1 has begun on the 7th and would halve the share.
    assertThat(result.cohorts())
        .extracting(RetentionCohort::counts)
        .containsExactly(List.of(0L, 1L, 0L), List.of(0L, 0L));
    assertThat(result.overallRetention()).containsExactly(0.0, 1.0);
  }

  @Test
  void unboundedIntervalsAreOverWithTheLastOne() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-08");
    table.event("Signup", "a", "2026-01-05T10:00:00");

    assertThat(cohorts(request().with(r -> r.unboundedMode(UnboundedMode.CARRY_BACK))))
        .extracting(RetentionCohort::completeIntervals)
        .containsExactly(3, 0);
  }

  @Test
  void intervalsOfTheCalendarEndForAllAtOnce() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-07");

    assertThat(cohorts(request().with(r -> r.alignment(RetentionAlignment.CALENDAR))))
        .extracting(RetentionCohort::completeIntervals)
        .containsExactly(3, 2);
  }
}
