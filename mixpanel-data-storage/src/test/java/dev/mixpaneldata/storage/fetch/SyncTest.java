package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-10T12:00:00Z"));
  @TempDir Path folder;

  @Test
  void lateEventsDeletionsAndNewDaysArrive() {
    Map<LocalDate, List<String>> then = Events.days(10, 10);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(then).clock(clock).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-10")));
    }
    clock.advance(Duration.ofDays(3));
    Map<LocalDate, List<String>> now = Events.days(13, 10);
    LocalDate eighth = LocalDate.parse("2026-01-08");
    List<String> changed = new ArrayList<>(now.getOrDefault(eighth, List.of()));
    changed.remove(0);
    changed.add(Events.event("Late", eighth, 5, "late"));
    now.put(eighth, changed);
    // Before the lookback nothing is read again.
    now.put(LocalDate.parse("2026-01-02"), List.of());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(now).clock(clock).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      FetchResult result = workspace.fetch().sync(SyncEvents.of("t"));

      assertThat(result.dateRange()).contains(DateRange.of("2026-01-06", "2026-01-13"));
      assertThat(result.rows()).isEqualTo(130);
      assertThat(Local.scalar(workspace, "SELECT count(*) FROM t WHERE event_name = 'Late'"))
          .isEqualTo(1L);
      assertThat(
              Local.scalar(
                  workspace, "SELECT count(*) FROM t WHERE event_time::DATE = '2026-01-02'"))
          .isEqualTo(10L);
      assertThat(workspace.tables().list().get(0).origin().range())
          .contains(DateRange.of("2026-01-01", "2026-01-13"));
    }
  }

  @Test
  void whatHasNoDaysCannotBeSynced() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(clock).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().profiles(FetchProfiles.of("people"));

      assertThatThrownBy(() -> workspace.fetch().sync(SyncEvents.of("people")))
          .isInstanceOf(MixpanelDataException.class)
          .hasMessageContaining("profiles");
      assertThatThrownBy(() -> workspace.fetch().sync(SyncEvents.of("nothing")))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND));
    }
  }
}
