package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a fetch before it begins. */
class FetchPlanTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-14");

  @TempDir Path folder;
  private FakeMixpanel mixpanel;
  private Workspace workspace;

  @BeforeEach
  void start() {
    mixpanel =
        FakeMixpanel.builder()
            .dataset(Dataset.builder().users(60).from(DAYS.from()).to(DAYS.to()).build())
            .clock(
                Clock.fixed(
                    DAYS.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
            .start();
    workspace = Local.of(mixpanel, folder).open();
  }

  @AfterEach
  void stop() {
    workspace.close();
    mixpanel.close();
  }

  private FetchPlan plan(FetchEvents fetch, boolean count) {
    return workspace.fetchPlan(new FetchPlanRequest(fetch, count));
  }

  @Test
  void withoutATableAndWithoutACallOnlyDaysAndCallsAreKnown() {
    FetchPlan plan = plan(FetchEvents.of("t", DAYS), false);
    assertThat(plan.days()).isEqualTo(10);
    assertThat(plan.calls()).isBetween(1, 10);
    assertThat(plan.callsLeft()).isEqualTo(60);
    assertThat(plan.events()).isEmpty();
    assertThat(plan.large()).isFalse();
    assertThat(plan.words()).contains("10 days").contains("no local table to go by");
    assertThat(mixpanel.requests()).isEmpty();
  }

  @Test
  void mixpanelCountsIfItMay() {
    FetchPlan plan = plan(FetchEvents.of("t", DAYS), true);
    int requests = mixpanel.requests().size();
    assertThat(requests).isBetween(1, 6);
    assertThat(plan.basis()).isEqualTo("counted by Mixpanel");
    long rows = workspace.fetch().events(FetchEvents.of("t", DAYS)).rows();
    assertThat(plan.events()).contains(rows);
    assertThat(plan.megabytes()).contains(Math.round(rows * 130 / 1e5) / 10.0);
  }

  @Test
  void aTableOfTheProjectTellsWithoutACall() {
    workspace.fetch().events(FetchEvents.of("jan", DAYS));
    int requests = mixpanel.requests().size();
    TableInfo table = workspace.tables().list().get(0);
    DateRange year = DateRange.of("2025-01-15", "2026-01-14");
    FetchPlan plan = plan(FetchEvents.of("year", year), true);
    assertThat(plan.events()).contains(Math.round(table.rowCount() / 10.0 * 365));
    assertThat(plan.basis()).contains("a day in the table 'jan'").contains(DAYS.toString());
    FetchPlan some =
        plan(
            FetchEvents.of("year", ExportQuery.of(year).with(q -> q.events(List.of("Purchase")))),
            true);
    assertThat(some.events().orElseThrow()).isLessThan(plan.events().orElseThrow()).isPositive();
    FetchPlan limited =
        plan(FetchEvents.of("t", ExportQuery.of(DAYS).with(q -> q.limit(Optional.of(5L)))), true);
    assertThat(limited.events()).contains(5L);
    assertThat(limited.calls()).isEqualTo(1);
    assertThat(mixpanel.requests()).hasSize(requests);
  }

  @Test
  void manyDaysOfUnknownSizeAreLargeAndASpentHourIsSaid() {
    mixpanel.faults().always(request -> true, Fault.tooManyRequests(Duration.ofHours(1)));
    FetchPlan plan = plan(FetchEvents.of("t", DateRange.of("2025-01-01", "2025-12-31")), true);
    assertThat(plan.events()).isEmpty();
    assertThat(plan.large()).isTrue();
    assertThat(plan.words()).contains("365 days").contains("the hour's queries are used");
    assertThat(workspace.tables().list()).isEmpty();
  }

  @Test
  void moreCallsThanAreLeftTakeHours() {
    FetchPlan plan =
        plan(
            FetchEvents.of("t", DateRange.of("2025-01-01", "2025-12-31"))
                .with(f -> f.chunkDays(Optional.of(1))),
            false);
    assertThat(plan.calls()).isEqualTo(365);
    assertThat(plan.minutes()).isGreaterThan(300);
    assertThat(plan.words()).contains("Only 60 calls are left in this hour");
  }
}
