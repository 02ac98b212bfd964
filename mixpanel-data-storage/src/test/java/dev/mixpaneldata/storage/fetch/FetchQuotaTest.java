package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.limit.Limits;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchQuotaTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-06-01T12:00:00Z"));
  @TempDir Path folder;

  @Test
  void ninetyDaysNeverMeetTheLimits() {
    // By the real clock, since what counts is when calls arrive.
    try (FakeMixpanel mixpanel = fake(Clock.systemUTC());
        Workspace workspace = Local.of(mixpanel, folder).open()) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-03-31")));

      assertThat(mixpanel.statistics().tooManyRequests()).isZero();
      assertThat(Local.scalar(workspace, "SELECT count(*) FROM t")).isEqualTo(90L * 3);
    }
  }

  @Test
  void manyFetchesOfTwoWorkspacesShareOneBudget() {
    try (FakeMixpanel mixpanel = fake(clock);
        Workspace one = Local.of(mixpanel, folder).pacer(clock.pacer()).open();
        Workspace two = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      Instant start = clock.instant();
      for (int i = 0; i < 6; i++) {
        Workspace workspace = i % 2 == 0 ? one : two;
        // One call after the other: a clock that jumps would let calls on their way arrive late.
        workspace
            .fetch()
            .events(
                FetchEvents.of("t" + i, DateRange.of("2026-01-01", "2026-03-31"))
                    .with(r -> r.workers(1)));
      }

      assertThat(mixpanel.statistics().tooManyRequests()).isZero();
      assertThat(mixpanel.requests().size()).isGreaterThan(30);
      assertThat(clock.instant()).isAfter(start);
    }
  }

  private static FakeMixpanel fake(Clock clock) {
    return FakeMixpanel.builder()
        .events(Events.days(90, 3))
        .limits(Limits.documented())
        .clock(clock)
        .start();
  }
}
