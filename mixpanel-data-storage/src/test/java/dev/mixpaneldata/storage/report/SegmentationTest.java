package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationTest {
  private static final DateRange TWO_DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;

  @Test
  void aFetchedTableIsCountedDayByDay() {
    Dataset dataset = Dataset.demo(LocalDate.parse("2026-01-31"));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
        Workspace workspace =
            Workspace.builder()
                .credentials(
                    Credentials.of(
                        mixpanel.username(),
                        mixpanel.secret(),
                        Long.toString(mixpanel.projectId()),
                        Region.US))
                .baseUrl(mixpanel.origin().toString())
                .dataDirectory(folder)
                .open()) {
      DateRange january = DateRange.of("2026-01-01", "2026-01-31");
      workspace.fetch().events(FetchEvents.of("jan", january));

      SegmentationResult result =
          workspace.local("jan").reports().segmentation(SegmentationRequest.of("Search", january));

      long expected =
          dataset.expectedRows().stream().filter(r -> r.line().contains("\"Search\"")).count();
      assertThat(result.total()).contains(expected);
      assertThat(result.series().get("Search")).hasSize(31);
    }
  }

  private TestingTable signups() {
    return new TestingTable(folder, "2026-01-01", "2026-01-31")
        .event("Signup", "a", "2026-01-05T10:00:00", "\"plan\":\"pro\"")
        .event("Signup", "a", "2026-01-05T11:00:00", "\"plan\":\"free\"")
        .event("Signup", "b", "2026-01-05T23:59:59.999", "\"plan\":\"pro\"")
        .event("Signup", "a", "2026-01-06T00:00:00", "\"plan\":null")
        .event("Signup", "", "2026-01-06T01:00:00")
        .event("Login", "a", "2026-01-05T10:00:00", "\"plan\":\"pro\"");
  }

  private static SegmentationRequest request(CountType type, Optional<String> on) {
    return new SegmentationRequest(
        "Signup",
        ReportDays.of(TWO_DAYS),
        on,
        Optional.empty(),
        BucketUnit.DAY,
        Optional.empty(),
        type,
        Optional.empty(),
        SeriesTransform.NONE);
  }

  @Test
  void eventsWithoutAnIdCountAsEventsAndNotAsUsers() {
    assertThat(
            signups().reports().segmentation(request(CountType.GENERAL, Optional.empty())).series())
        .containsEntry("Signup", Map.of("2026-01-05", 3L, "2026-01-06", 2L));
    assertThat(
            signups().reports().segmentation(request(CountType.UNIQUE, Optional.empty())).series())
        .containsEntry("Signup", Map.of("2026-01-05", 2L, "2026-01-06", 1L));
    assertThat(
            signups().reports().segmentation(request(CountType.AVERAGE, Optional.empty())).series())
        .containsEntry("Signup", Map.of("2026-01-05", 1.5, "2026-01-06", 1.0));
  }

  @Test
  void missingAndNullValuesAreSegmentsOfTheirOwn() {
    SegmentationResult result =
        signups().reports().segmentation(request(CountType.GENERAL, Optional.of("plan")));

    assertThat(result.series())
        .containsOnly(
            Map.entry("pro", Map.of("2026-01-05", 2L, "2026-01-06", 0L)),
            Map.entry("free", Map.of("2026-01-05", 1L, "2026-01-06", 0L)),
            Map.entry("null", Map.of("2026-01-05", 0L, "2026-01-06", 1L)),
            Map.entry("undefined", Map.of("2026-01-05", 0L, "2026-01-06", 1L)));
  }

  @Test
  void aDayThatWasNeverFetchedIsRefused() {
    DateRange tooLong = DateRange.of("2026-01-31", "2026-02-01");
    assertThatThrownBy(
            () -> signups().reports().segmentation(SegmentationRequest.of("Signup", tooLong)))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("2026-01-31..2026-02-01");
    assertThat(
            signups()
                .reports(scope -> scope.gaps(true))
                .segmentation(SegmentationRequest.of("Signup", tooLong))
                .total())
        .contains(0L);
  }

  @Test
  void anEventThatTheTableHasNotCountsAsNothingAndIsTold() {
    List<String> told = new ArrayList<>();
    ReportListener listener =
        new ReportListener() {
          @Override
          public void warning(String text) {
            told.add(text);
          }
        };
    Reports reports = signups().reports(scope -> scope.listener(listener));
    assertThat(reports.segmentation(SegmentationRequest.of("sign-up", TWO_DAYS)).total())
        .contains(0L);
    assertThat(told).containsExactly("The table 't' has no event 'sign-up'. Did you mean Signup?");

    reports.segmentation(SegmentationRequest.of("Signup", TWO_DAYS));
    assertThat(told).hasSize(1);
  }

  @Test
  void daysHave23And25HoursWhereClocksChange() {
    TestingTable table = new TestingTable(folder, "2026-03-01", "2026-03-31");
    // In Berlin, 2026-03-29 lasts from 23:00 UTC to 22:00 UTC.
    table.event("E", "a", "2026-03-28T22:59:59").event("E", "a", "2026-03-28T23:00:00");
    table.event("E", "a", "2026-03-29T21:59:59").event("E", "a", "2026-03-29T22:00:00");
    SegmentationResult result =
        table
            .reports(scope -> scope.zone(ZoneId.of("Europe/Berlin")))
            .segmentation(SegmentationRequest.of("E", DateRange.of("2026-03-28", "2026-03-30")));

    assertThat(result.series())
        .containsEntry("E", Map.of("2026-03-28", 1L, "2026-03-29", 2L, "2026-03-30", 1L));
  }
}
