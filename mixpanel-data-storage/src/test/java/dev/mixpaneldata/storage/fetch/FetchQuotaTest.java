package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.UnreachableException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.QuotaLedger;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.limit.Limits;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
                FetchEvents.of("t" + i, DateRange.of("2026-01-01", "2026-03-31")).withWorkers(1));
      }

      assertThat(mixpanel.statistics().tooManyRequests()).isZero();
      assertThat(mixpanel.requests().size()).isGreaterThan(30);
      assertThat(clock.instant()).isAfter(start);
    }
  }

  @Test
  void whoDoesNotWaitStillGetsManyWindows() {
    try (FakeMixpanel mixpanel = fake(Clock.systemUTC());
        Workspace workspace = Local.of(mixpanel, folder).waits(WaitRules.noWait()).open()) {
      FetchEvents days = FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-12"));
      workspace.fetch().events(days.withChunkDays(1).withWorkers(8));

      assertThat(mixpanel.statistics().export().served()).isEqualTo(12);
      assertThat(mixpanel.statistics().tooManyRequests()).isZero();
    }
  }

  @Test
  void aNetworkThatIsDownEndsTheFetchAndCostsNoCall() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    URI origin = URI.create("http://127.0.0.1:" + nobody);
    Credentials credentials = Credentials.of("user", "secret", "1", Region.US);
    try (Workspace workspace =
        Workspace.builder()
            .credentials(credentials)
            .baseUrl(origin.toString())
            .dataDirectory(folder)
            .pacer(clock.pacer())
            .open()) {
      Instant start = clock.instant();
      FetchEvents days = FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-20"));
      // One worker: the pauses of others would move the clock past what one call may take.
      assertThatThrownBy(() -> workspace.fetch().events(days.withChunkDays(1).withWorkers(1)))
          .isInstanceOf(UnreachableException.class)
          .extracting("code")
          .isEqualTo(ErrorCode.NETWORK_ERROR);

      assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofMinutes(20));
      QuotaLedger ledger = QuotaLedger.of(folder, credentials, Optional.of(origin), clock.pacer());
      assertThat(ledger.remaining(Budget.EXPORT).calls()).isEqualTo(60);
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
