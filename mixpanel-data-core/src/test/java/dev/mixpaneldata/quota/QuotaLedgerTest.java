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
      send(ledger, budget, WaitRules.patient());
    }
  }

  private static void send(QuotaLedger ledger, Budget budget, WaitRules rules) {
    try (Permit permit = ledger.acquire(budget, rules)) {
      permit.sent();
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
    send(ledger, Budget.QUERY, WaitRules.patient().announcedTo(waits::add));
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
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(1300), Duration.ofMillis(1300));
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
    send(ledger(), Budget.EXPORT, WaitRules.noWait());
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
  void aCallThatNeverLeftDoesNotCount() {
    QuotaLedger ledger = ledger();
    for (int call = 0; call < 100; call++) {
      ledger.acquire(Budget.EXPORT, WaitRules.noWait()).close();
    }
    assertThat(ledger().remaining(Budget.EXPORT).calls()).isEqualTo(60);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void aCallThatIsAboutToLeaveTakesItsPlaceAndCountsFromWhenItLeaves() {
    QuotaLedger ledger = ledger();
    List<Permit> connecting = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      connecting.add(ledger.acquire(Budget.EXPORT, WaitRules.patient()));
    }
    assertThat(ledger().remaining(Budget.EXPORT).calls()).isEqualTo(57);
    time.advance(Duration.ofSeconds(2));
    connecting.forEach(Permit::sent);
    time.advance(Duration.ofMillis(400));
    // Another process asks: the three left 400 ms ago, whenever their permits were given.
    send(ledger(), Budget.EXPORT, WaitRules.patient());
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(900));
    connecting.forEach(Permit::close);
    assertThat(ledger().remaining(Budget.EXPORT).calls()).isEqualTo(56);
  }

  @Test
  void aRequestThatTheClientRepeatsByItselfCountsTwice() {
    try (Permit permit = ledger().acquire(Budget.QUERY, WaitRules.patient())) {
      permit.sent();
      permit.sent();
    }
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(58);
  }

  @Test
  void aBookingOfAProcessThatDiedIsACallFromAMinuteLaterOn() {
    for (int call = 0; call < 3; call++) {
      assertThat(ledger().acquire(Budget.EXPORT, WaitRules.patient())).isNotNull();
    }
    time.advance(Duration.ofSeconds(61));
    send(ledger(), Budget.EXPORT, WaitRules.patient());
    assertThat(time.sleeps()).isEmpty();
    assertThat(ledger().remaining(Budget.EXPORT).calls()).isEqualTo(56);
  }

  @Test
  void thePaceOfManyCallsIsNoWait() {
    QuotaLedger ledger = ledger();
    for (int call = 0; call < 30; call++) {
      send(ledger, Budget.EXPORT, WaitRules.noWait());
    }
    assertThat(time.sleeps()).hasSize(9).containsOnly(Duration.ofMillis(1300));
  }

  @Test
  void anInterruptedThreadStillCountsWhatLeft() {
    Permit permit = ledger().acquire(Budget.QUERY, WaitRules.patient());
    Thread.currentThread().interrupt();
    permit.sent();
    permit.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(59);
  }

  @Test
  void madeUpCredentialsCountAgainstTheirOwnBudgetsUntilMixpanelAcceptsThem() {
    QuotaLedger project = ledger();
    UnprovenQuota.Standing stranger =
        new UnprovenQuota.Standing(QuotaLedger.inMemory(time.pacer()));
    Quota guest = new UnprovenQuota(stranger, project);
    for (int call = 0; call < 60; call++) {
      try (Permit permit = guest.acquire(Budget.QUERY, WaitRules.noWait())) {
        permit.sent();
      }
    }
    guest.exhausted(Budget.EXPORT, time.instant().plusSeconds(600));
    assertThat(project.remaining(Budget.QUERY).calls()).isEqualTo(60);
    assertThat(project.remaining(Budget.EXPORT).calls()).isEqualTo(60);
    assertThat(guest.remaining(Budget.QUERY).calls()).isZero();
    assertThat(stranger.isAccepted()).isFalse();

    UnprovenQuota.Standing known = new UnprovenQuota.Standing(QuotaLedger.inMemory(time.pacer()));
    Quota colleague = new UnprovenQuota(known, project);
    try (Permit permit = colleague.acquire(Budget.QUERY, WaitRules.noWait())) {
      permit.sent();
      permit.accepted();
    }
    assertThat(known.isAccepted()).isTrue();
    assertThat(project.remaining(Budget.QUERY).calls()).isEqualTo(59);
    send(project, Budget.QUERY, WaitRules.noWait());
    assertThat(colleague.remaining(Budget.QUERY).calls()).isEqualTo(58);
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
            // The clock stands still, however often they look for a place.
            Pacer patient = new Pacer(time, pause -> Thread.sleep(1));
            QuotaLedger ledger = QuotaLedger.of(data, CREDENTIALS, patient);
            for (int call = 0; call < 20; call++) {
              try (Permit permit =
                  ledger.acquire(Budget.QUERY, WaitRules.patient().upTo(Duration.ofMinutes(20)))) {
                permit.sent();
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
