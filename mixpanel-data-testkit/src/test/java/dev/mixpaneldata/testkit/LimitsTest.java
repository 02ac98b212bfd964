package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.limit.Limit;
import dev.mixpaneldata.testkit.limit.Limits;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final String EXPORT = Client.export("2026-01-05", "2026-01-05");

  private final TickingClock clock = new TickingClock();

  @Test
  void sixtyExportsAnHourSlideWithTheClock() throws Exception {
    try (FakeMixpanel mixpanel = start(Limits.documented())) {
      Client client = new Client(mixpanel);
      for (int count = 0; count < 60; count++) {
        assertThat(client.get(EXPORT).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(10));
      }
      HttpResponse<byte[]> refused = client.get(EXPORT);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(new ObjectMapper().readTree(refused.body()).path("error").asText())
          .startsWith("Query rate limit exceeded for project_id: " + mixpanel.projectId() + ".")
          .contains("0/100 queries running concurrently")
          .contains("61/60 queries running in the last hour.");
      assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
      clock.advance(Duration.ofMinutes(50));
      assertThat(client.get(EXPORT).statusCode()).isEqualTo(200);
      assertThat(client.get(EXPORT).statusCode()).isEqualTo(429);
      assertThat(mixpanel.statistics().export().served()).isEqualTo(61);
      assertThat(mixpanel.statistics().tooManyRequests()).isEqualTo(2);
    }
  }

  @Test
  void threeExportsASecond() throws Exception {
    try (FakeMixpanel mixpanel = start(Limits.documented().withRetryAfter())) {
      Client client = new Client(mixpanel);
      for (int count = 0; count < 3; count++) {
        assertThat(client.get(EXPORT).statusCode()).isEqualTo(200);
      }
      HttpResponse<byte[]> refused = client.get(EXPORT);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Client.text(refused)).contains("4/3 queries in the last second");
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      clock.advance(Duration.ofSeconds(1));
      assertThat(client.get(EXPORT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void retryAfterTellsWhenTheHourHasRoomAgain() throws Exception {
    Limits limits = Limits.none().withQuery(new Limit(1, 5, 5)).withRetryAfter();
    try (FakeMixpanel mixpanel = start(limits)) {
      Client client = new Client(mixpanel);
      assertThat(client.get("/api/query/engage").statusCode()).isEqualTo(200);
      clock.advance(Duration.ofMinutes(59));
      assertThat(client.get("/api/query/events/names").headers().firstValue("Retry-After"))
          .contains("60");
    }
  }

  @Test
  void fiveQueriesAtATime() throws Exception {
    try (FakeMixpanel mixpanel = start(Limits.documented())) {
      mixpanel.faults().next("/api/query/engage", 5, Fault.delay(Duration.ofSeconds(1)));
      Client client = new Client(mixpanel);
      List<CompletableFuture<Integer>> running = new ArrayList<>();
      IntStream.range(0, 5).forEach(index -> running.add(inBackground(client)));
      while (mixpanel.statistics().query().served() < 5) {
        Thread.sleep(5);
      }
      HttpResponse<byte[]> refused = client.get("/api/query/engage");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Client.text(refused)).contains("6/5 queries running concurrently");
      assertThat(running).allSatisfy(future -> assertThat(future.join()).isEqualTo(200));
      assertThat(client.get("/api/query/engage").statusCode()).isEqualTo(200);
      assertThat(mixpanel.statistics().query().highestConcurrency()).isEqualTo(5);
      assertThat(mixpanel.statistics().highestConcurrency()).isEqualTo(5);
    }
  }

  @Test
  void nothingIsLimitedUnlessAskedFor() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      Client client = new Client(mixpanel);
      for (int count = 0; count < 70; count++) {
        assertThat(client.get(EXPORT).statusCode()).isEqualTo(200);
      }
      assertThat(mixpanel.statistics().export().served()).isEqualTo(70);
    }
  }

  private FakeMixpanel start(Limits limits) {
    return FakeMixpanel.builder().limits(limits).clock(clock).start();
  }

  private static CompletableFuture<Integer> inBackground(Client client) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return client.get("/api/query/engage").statusCode();
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
        },
        task -> new Thread(task).start());
  }

  /** A clock that stands still until it is moved. */
  private static final class TickingClock extends Clock {
    private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

    synchronized void advance(Duration step) {
      now = now.plus(step);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }
  }
}
