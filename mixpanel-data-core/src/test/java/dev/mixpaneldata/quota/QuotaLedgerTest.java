package dev.mixpaneldata.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QuotaLedgerTest {
  static final Credentials CREDENTIALS = Credentials.of("u", "secret", "12345", Region.US);

  @TempDir Path data;
  private final TestingTime time = new TestingTime();

  private QuotaLedger ledger() {
    return QuotaLedger.of(data, CREDENTIALS, time.pacer());
  }

  private void take(QuotaLedger ledger, Budget budget, int calls) {
    for (int call = 0; call < calls; call++) {
      ledger.acquire(budget, WaitRules.patient()).close();
    }
  }

  private Path file(String name) {
    return data.resolve("quota").resolve(name);
  }

  @Test
  void sixtyCallsAnHourThenTheSixtyFirstWaitsForTheFirstToLeaveTheWindow() {
    List<Wait> waits = new ArrayList<>();
    QuotaLedger ledger = ledger();
    take(ledger, Budget.QUERY, 1);
    time.advance(Duration.ofMinutes(10));
    take(ledger, Budget.QUERY, 59);
    assertThat(ledger.remaining(Budget.QUERY).calls()).isZero();
    ledger.acquire(Budget.QUERY, WaitRules.patient().announcedTo(waits::add)).close();
    assertThat(waits).hasSize(1);
    assertThat(waits.get(0).reason()).isEqualTo(Wait.Reason.WINDOW);
    assertThat(waits.get(0).until()).isEqualTo(TestingTime.START.plusSeconds(3601));
    assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(50).plusSeconds(1));
  }

  @Test
  void remainingTellsWhatIsLeftWithoutTakingIt() {
    QuotaLedger ledger = ledger();
    take(ledger, Budget.QUERY, 20);
    assertThat(ledger.remaining(Budget.QUERY)).isEqualTo(new Allowance(40, time.instant()));
    assertThat(ledger.remaining(Budget.QUERY).calls()).isEqualTo(40);
    take(ledger, Budget.QUERY, 40);
    assertThat(ledger.remaining(Budget.QUERY))
        .isEqualTo(new Allowance(0, TestingTime.START.plusSeconds(3601)));
  }

  @Test
  void threeExportsASecond() {
    take(ledger(), Budget.EXPORT, 7);
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(1200), Duration.ofMillis(1200));
  }

  @Test
  void fiveSchemaCallsAMinute() {
    take(ledger(), Budget.LEXICON, 6);
    assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void whoDoesNotWaitGetsTheTime() {
    take(ledger(), Budget.QUERY, 60);
    RateLimitException error =
        catchThrowableOfType(
            RateLimitException.class, () -> ledger().acquire(Budget.QUERY, WaitRules.noWait()));
    assertThat(error.retryAt()).isEqualTo(TestingTime.START.plusSeconds(3601));
    assertThat(error).hasMessageContaining("60 query calls in an hour");
    assertThat(time.sleeps()).isEmpty();
    // A second is no wait to speak of.
    take(ledger(), Budget.EXPORT, 3);
    ledger().acquire(Budget.EXPORT, WaitRules.noWait()).close();
  }

  @Test
  void projectsAndOriginsHaveBudgetsOfTheirOwn() {
    take(ledger(), Budget.QUERY, 60);
    Credentials other = Credentials.of("u", "secret", "999", Region.US);
    assertThat(QuotaLedger.of(data, other, time.pacer()).remaining(Budget.QUERY).calls())
        .isEqualTo(60);
    URI proxy = URI.create("http://localhost:8080");
    assertThat(
            QuotaLedger.of(data, CREDENTIALS, Optional.of(proxy), time.pacer())
                .remaining(Budget.QUERY)
                .calls())
        .isEqualTo(60);
    assertThat(ledger().remaining(Budget.EXPORT).calls()).isEqualTo(60);
  }

  @Test
  void whatMixpanelSaysIsUsedUpIsUsedUpForAll() {
    ledger().exhausted(Budget.QUERY, time.instant().plusSeconds(600));
    assertThat(ledger().remaining(Budget.QUERY))
        .isEqualTo(new Allowance(0, time.instant().plusSeconds(600)));
    take(ledger(), Budget.QUERY, 1);
    assertThat(time.sleeps()).containsExactly(Duration.ofMinutes(10));
  }

  @Test
  void theSixthConcurrentQueryWaitsForOneToEnd() {
    List<Permit> running = new ArrayList<>();
    for (int call = 0; call < 5; call++) {
      running.add(ledger().acquire(Budget.QUERY, WaitRules.patient()));
    }
    RateLimitException error =
        catchThrowableOfType(
            RateLimitException.class, () -> ledger().acquire(Budget.QUERY, WaitRules.noWait()));
    assertThat(error).hasMessageContaining("5 query calls are running");
    assertThat(error.retryAt()).isAfter(time.instant());
    // A call that did not begin is not counted.
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(55);
    running.get(3).close();
    running.get(3).close();
    Permit sixth = ledger().acquire(Budget.QUERY, WaitRules.noWait());
    assertThatThrownBy(() -> ledger().acquire(Budget.QUERY, WaitRules.noWait()))
        .isInstanceOf(RateLimitException.class);
    sixth.close();
    running.forEach(Permit::close);
  }

  @Test
  void manyThreadsTogetherGetExactlyTheBudget() throws Exception {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger running = new AtomicInteger();
    AtomicInteger mostRunning = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Void>> callers = new ArrayList<>();
    for (int caller = 0; caller < 16; caller++) {
      callers.add(
          () -> {
            QuotaLedger ledger = ledger();
            for (int call = 0; call < 20; call++) {
              try (Permit permit =
                  ledger.acquire(Budget.QUERY, WaitRules.patient().upTo(Duration.ofMinutes(20)))) {
                assertThat(permit).isNotNull();
                mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
                made.incrementAndGet();
                Thread.sleep(1);
                running.decrementAndGet();
              } catch (RateLimitException usedUp) {
                return null;
              }
            }
            return null;
          });
    }
    for (var result : threads.invokeAll(callers)) {
      result.get();
    }
    threads.shutdown();
    assertThat(made).hasValue(60);
    assertThat(mostRunning.get()).isBetween(2, 5);
  }

  @Test
  void aDamagedFileIsReadAsFarAsItGoes() throws IOException {
    take(ledger(), Budget.QUERY, 3);
    Path file = file("us-12345.query.calls");
    Files.writeString(file, "garbage\n" + Files.readString(file).substring(3) + "\u0001\u0002");
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(57);
    Files.write(file, new byte[200_000]);
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(60);
    take(ledger(), Budget.QUERY, 1);
    assertThat(Files.size(file)).isLessThan(200);
  }

  @Test
  void aClockSetBackDelaysNobodyByMoreThanAnHour() {
    take(ledger(), Budget.QUERY, 60);
    time.advance(Duration.ofHours(-5));
    assertThat(ledger().remaining(Budget.QUERY))
        .isEqualTo(new Allowance(0, time.instant().plusSeconds(3601)));
    time.advance(Duration.ofMinutes(30));
    assertThat(ledger().remaining(Budget.QUERY).nextFree())
        .isEqualTo(time.instant().plusSeconds(1801));
  }

  @Test
  void onlyTheOwnerMayReadTheFiles() throws IOException {
    assumeTrue(data.getFileSystem().supportedFileAttributeViews().contains("posix"));
    take(ledger(), Budget.QUERY, 1);
    try (Stream<Path> files = Files.list(data.resolve("quota"))) {
      assertThat(files.toList())
          .hasSize(2)
          .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }
    assertThat(permissions(data.resolve("quota"))).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void withoutAUsableFolderTheLimitsHoldInThisProcess() throws IOException {
    Path blocked = Files.writeString(data.resolve("not-a-folder"), "x");
    QuotaLedger ledger = QuotaLedger.of(blocked, CREDENTIALS, time.pacer());
    take(ledger, Budget.QUERY, 60);
    QuotaLedger second = QuotaLedger.of(blocked, CREDENTIALS, time.pacer());
    assertThat(second.remaining(Budget.QUERY).calls()).isZero();
    assertThatThrownBy(() -> second.acquire(Budget.QUERY, WaitRules.noWait()))
        .isInstanceOf(RateLimitException.class);
  }

  @Test
  void aFileThatFailsLaterIsReplacedByWhatWasLastRead() throws IOException {
    QuotaLedger ledger = ledger();
    take(ledger, Budget.QUERY, 10);
    Path file = file("us-12345.query.calls");
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(ledger.remaining(Budget.QUERY).calls()).isEqualTo(50);
  }

  @Test
  void interruptionEndsAWait() {
    take(ledger(), Budget.QUERY, 60);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ledger().acquire(Budget.QUERY, WaitRules.patient()))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ledger().remaining(Budget.QUERY).calls()).isZero();
  }
}
