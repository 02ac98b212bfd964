package dev.mixpaneldata.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import dev.mixpaneldata.error.UnreachableException;
import dev.mixpaneldata.quota.Allowance;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.Permit;
import dev.mixpaneldata.quota.Quota;
import dev.mixpaneldata.quota.TestingTime;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are made again, and when. Jitter is half of its ceiling here. */
class RetriesTest extends HttpTestCase {
  private static final Call QUERY = Call.get(ApiFamily.QUERY, "/segmentation");
  private static final Call CHANGE = Call.post(ApiFamily.APP, "/projects/{project}/annotations/");

  private void always(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  private void onceThenOk(ResponseDefinitionBuilder answer) {
    server.stubFor(
        any(anyUrl())
            .inScenario("s")
            .whenScenarioStateIs(STARTED)
            .willReturn(answer)
            .willSetStateTo("up"));
    server.stubFor(
        any(anyUrl()).inScenario("s").whenScenarioStateIs("up").willReturn(okJson("{}")));
  }

  private static ResponseDefinitionBuilder status(int status) {
    return aResponse().withStatus(status).withBody("{\"error\":\"no\"}");
  }

  private void verifyCalls(int count) {
    server.verify(count, anyRequestedFor(anyUrl()));
  }

  private static List<Long> millis(List<Duration> times) {
    return times.stream().map(Duration::toMillis).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 502, 503, 504, 524})
  void passingFaultsAreRetriedFourTimesWithGrowingDelays(int status) {
    always(status(status));
    assertThatThrownBy(() -> http().send(QUERY)).isInstanceOf(MixpanelDataException.class);
    verifyCalls(5);
    assertThat(millis(time.sleeps())).containsExactly(1_000L, 2_000L, 4_000L, 8_000L);
  }

  @Test
  void anInternalErrorIsRetriedTwice() {
    always(status(500));
    assertThatThrownBy(() -> http().send(QUERY)).isInstanceOf(MixpanelDataException.class);
    verifyCalls(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 402, 403, 404, 412, 413, 422})
  void refusalsAreNeverRetried(int status) {
    always(status(status));
    assertThatThrownBy(() -> http().send(QUERY)).isInstanceOf(MixpanelDataException.class);
    verifyCalls(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aChangeIsNotRepeatedOnceItMayHaveHappened(int status) {
    always(status(status));
    MixpanelDataException error =
        catchThrowableOfType(MixpanelDataException.class, () -> http().send(CHANGE));
    verifyCalls(1);
    assertThat(error.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("Check before"));
  }

  @Test
  void aChangeIsRepeatedAfterARateLimitAndWhenItIsCalledIdempotent() {
    onceThenOk(status(429));
    assertThat(http().send(CHANGE).status()).isEqualTo(200);
    server.resetAll();
    onceThenOk(status(503));
    assertThat(http().send(CHANGE.idempotent()).status()).isEqualTo(200);
    verifyCalls(2);
  }

  @ParameterizedTest
  @CsvSource({"7, 7000", "'Mon, 02 Nov 2026 10:02:00 GMT', 120000", "0, 0"})
  void retryAfterIsHonouredInBothForms(String header, long expected) {
    onceThenOk(status(429).withHeader("Retry-After", header));
    http().send(QUERY);
    assertThat(Duration.between(TestingTime.START, time.instant()).toMillis()).isEqualTo(expected);
    assertThat(waits).extracting(Wait::reason).containsExactly(Wait.Reason.RATE_LIMITED);
    assertThat(waits.get(0).until()).isEqualTo(TestingTime.START.plusMillis(expected));
  }

  @Test
  void anUnreadableRetryAfterFallsBackToBackoff() {
    onceThenOk(status(429).withHeader("Retry-After", "soon"));
    http().send(QUERY);
    assertThat(millis(time.sleeps())).containsExactly(1_500L);
  }

  @Test
  void anAbsurdRetryAfterIsReportedInsteadOfWaitedFor() {
    always(status(429).withHeader("Retry-After", "864000"));
    RateLimitException error =
        catchThrowableOfType(RateLimitException.class, () -> http().send(QUERY));
    assertThat(error.retryAt()).isEqualTo(TestingTime.START.plus(Duration.ofDays(10)));
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void aLongOutageIsReportedInsteadOfWaitedFor() {
    always(status(503).withHeader("Retry-After", "7200"));
    assertThatThrownBy(() -> http().send(QUERY)).isInstanceOf(MixpanelDataException.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void whoDoesNotWaitIsNotHeldUpByAnOutage() {
    always(status(503).withHeader("Retry-After", "120"));
    MixpanelHttp http = http().with(WaitRules.noWait());
    assertThatThrownBy(() -> http.send(QUERY)).isInstanceOf(ApiException.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void whoDoesNotWaitIsToldTheTime() {
    always(status(429).withHeader("Retry-After", "60"));
    MixpanelHttp http = http().with(WaitRules.noWait());
    RateLimitException error =
        catchThrowableOfType(RateLimitException.class, () -> http.send(QUERY));
    assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(error.retryAt()).isEqualTo(TestingTime.START.plusSeconds(60));
    assertThat(error).hasMessageContaining("60 s").hasMessageContaining("2026-11-02T10:01:00Z");
    verifyCalls(1);
  }

  @Test
  void anHourThatIsUsedUpIsWaitedForInLongStepsAndShared() {
    onceThenOk(
        aResponse()
            .withStatus(429)
            .withBody(
                "{\"error\":\"Query rate limit exceeded for project_id: 111. 1/5 queries running"
                    + " concurrently and 61/60 queries running in the last hour.\"}"));
    RecordingQuota quota = new RecordingQuota();
    builder().quota(quota).build().send(QUERY);
    assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(10));
    assertThat(quota.exhausted).containsExactly(TestingTime.START.plus(Duration.ofMinutes(10)));
    assertThat(quota.acquired).containsExactly(Budget.QUERY, Budget.QUERY);
    assertThat(quota.released).isEqualTo(2);
  }

  @Test
  void tooManyAtOnceIsAShortWaitThatNobodyElseHears() {
    onceThenOk(
        aResponse()
            .withStatus(429)
            .withBody(
                "5/5 queries running concurrently and 12/60 queries running in the last hour"));
    RecordingQuota quota = new RecordingQuota();
    builder().quota(quota).build().send(QUERY);
    assertThat(millis(time.sleeps())).containsExactly(1_500L);
    assertThat(quota.exhausted).isEmpty();
  }

  @Test
  void aHopelessRateLimitEndsWithTheTimeToRetry() {
    always(status(429));
    RateLimitException error =
        catchThrowableOfType(RateLimitException.class, () -> http().send(QUERY));
    verifyCalls(8);
    assertThat(error.retryAt()).isAfter(time.instant());
  }

  @Test
  void theNumberOfRetriesCanBeLimited() {
    always(status(503));
    MixpanelHttp http = builder().retries(0).build();
    assertThatThrownBy(() -> http.send(QUERY)).isInstanceOf(MixpanelDataException.class);
    verifyCalls(1);
  }

  @ParameterizedTest
  @CsvSource({"CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
  void aBrokenConnectionIsRetried(Fault fault) {
    onceThenOk(aResponse().withFault(fault));
    // Not a GET: the JDK's client repeats those by itself when no byte of an answer came.
    Call call = Call.post(ApiFamily.QUERY, "/engage").idempotent();
    assertThat(http().send(call).status()).isEqualTo(200);
    assertThat(waits).extracting(Wait::reason).containsExactly(Wait.Reason.RETRY);
  }

  @Test
  void aConnectionThatStaysBrokenIsANetworkError() {
    always(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    assertThatThrownBy(() -> http().send(QUERY))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.NETWORK_ERROR));
  }

  @Test
  void aRefusedConnectionIsTriedAgainEvenForChanges() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    MixpanelHttp http =
        builder().endpoints(Endpoints.at(Region.EU, "http://localhost:" + port)).build();
    assertThatThrownBy(() -> http.send(CHANGE))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.NETWORK_ERROR))
        .hasMessageContaining("localhost:" + port);
    assertThat(time.sleeps()).hasSize(3);
  }

  @Test
  void interruptionEndsAWait() {
    always(status(503));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> http().send(QUERY))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatNeverLeftIsNotSaidToHaveLeft() throws Exception {
    RecordingQuota quota = new RecordingQuota();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free.close();
      MixpanelHttp nobody =
          builder()
              .endpoints(Endpoints.at(Region.EU, "http://127.0.0.1:" + free.getLocalPort()))
              .quota(quota)
              .build();
      assertThatThrownBy(() -> nobody.send(QUERY)).isInstanceOf(UnreachableException.class);
    }
    assertThat(quota.acquired).hasSize(4);
    assertThat(quota.sent).isZero();
    assertThat(quota.released).isEqualTo(4);
  }

  @Test
  void everyAttemptThatLeavesSaysSoOnceAndAcceptanceIsTold() {
    RecordingQuota quota = new RecordingQuota();
    onceThenOk(status(503));
    builder().quota(quota).build().send(QUERY);
    assertThat(quota.sent).isEqualTo(2);
    assertThat(quota.accepted).isEqualTo(1);
    always(status(401));
    assertThatThrownBy(() -> builder().quota(quota).build().send(QUERY))
        .isInstanceOf(ApiException.class);
    assertThat(quota.sent).isEqualTo(3);
    assertThat(quota.accepted).isEqualTo(1);
  }

  /** Remembers what was asked of it. */
  private static final class RecordingQuota implements Quota {
    final List<Budget> acquired = new ArrayList<>();
    final List<Instant> exhausted = new ArrayList<>();
    int released;
    int sent;
    int accepted;

    @Override
    public Permit acquire(Budget budget, WaitRules rules) {
      acquired.add(budget);
      return new Permit() {
        @Override
        public void sent() {
          sent++;
        }

        @Override
        public void accepted() {
          accepted++;
        }

        @Override
        public void close() {
          released++;
        }
      };
    }

    @Override
    public Allowance remaining(Budget budget) {
      return new Allowance(60, Instant.EPOCH);
    }

    @Override
    public void count(Budget budget) {}

    @Override
    public void exhausted(Budget budget, Instant until) {
      exhausted.add(until);
    }
  }
}
