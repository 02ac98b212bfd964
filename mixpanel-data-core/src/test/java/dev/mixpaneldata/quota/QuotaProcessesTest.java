package dev.mixpaneldata.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real time, because that is what file locks are about. */
@Timeout(90)
class QuotaProcessesTest {
  @TempDir Path folder;
  private final List<Process> children = new ArrayList<>();

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  private Process child(Budget budget, int calls, int millis, int patience) throws IOException {
    return child(folder.resolve("data"), budget, calls, millis, patience, journal());
  }

  private Process child(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(QuotaChild.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output" + children.size()).toFile())
            .start();
    children.add(child);
    return child;
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private QuotaLedger ledger() {
    return QuotaLedger.of(folder.resolve("data"), QuotaLedgerTest.CREDENTIALS, Pacer.system());
  }

  private void awaitChildren() throws Exception {
    for (Process child : children) {
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    }
  }

  private List<Long> times(String kind) throws IOException {
    return Files.readAllLines(journal()).stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> Long.parseLong(line.split(" ")[1]))
        .sorted()
        .toList();
  }

  @Test
  void noCallIsLostWhenProcessesWriteAtOnce() throws Exception {
    Path ledger = folder.resolve("contended");
    Path go = folder.resolve("go");
    child(ledger, 500, go);
    child(ledger, 500, go);
    CompletableFuture<Void> us =
        CompletableFuture.runAsync(
            () -> {
              try {
                QuotaChild.count(ledger, 500, go);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    // Time for the children to be at the start too; if they are late, the test is only weaker.
    TimeUnit.MILLISECONDS.sleep(800);
    Files.createFile(go);
    awaitChildren();
    us.get();
    long now = System.currentTimeMillis();
    assertThat(CallTimes.parse(Files.readString(ledger), Budget.QUERY, now).calls()).hasSize(1500);
  }

  @Test
  void twoProcessesTogetherMakeSixtyCallsAndNoMore() throws Exception {
    child(Budget.QUERY, 100, 1, 1);
    child(Budget.QUERY, 100, 1, 1);
    awaitChildren();
    assertThat(times("begin")).hasSize(60);
    assertThat(ledger().remaining(Budget.QUERY).calls()).isZero();
  }

  @Test
  void twoProcessesTogetherKeepToThreeASecond() throws Exception {
    child(Budget.EXPORT, 6, 0, 30);
    child(Budget.EXPORT, 6, 0, 30);
    awaitChildren();
    assertThat(times("begin")).hasSize(12);
    // The journal is written some time after a call was counted; the ledger tells when it was.
    Path ledger = folder.resolve("data/quota/us-12345.export.calls");
    List<Long> begun =
        CallTimes.parse(Files.readString(ledger), Budget.EXPORT, System.currentTimeMillis())
            .calls();
    assertThat(begun).hasSize(12);
    for (int first = 0; first + 3 < begun.size(); first++) {
      assertThat(begun.get(first + 3) - begun.get(first)).isGreaterThan(1000);
    }
  }

  @Test
  void threeProcessesTogetherRunFiveQueriesAtOnce() throws Exception {
    List<Permit> ours = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      ours.add(ledger().acquire(Budget.QUERY, WaitRules.patient()));
    }
    child(Budget.QUERY, 4, 200, 30);
    child(Budget.QUERY, 4, 200, 30);
    child(Budget.QUERY, 4, 200, 30);
    awaitChildren();
    ours.forEach(Permit::close);
    int running = 0;
    int most = 0;
    for (String line : Files.readAllLines(journal())) {
      running += line.startsWith("begin") ? 1 : -1;
      most = Math.max(most, running);
    }
    // We hold three of the five places.
    assertThat(most).isEqualTo(2);
  }

  @Test
  void aKilledProcessGivesItsPlaceBack() throws Exception {
    Process child = child(Budget.QUERY, 1, 60_000, 30);
    List<Permit> ours = new ArrayList<>();
    while (!Files.exists(journal())) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    for (int call = 0; call < 4; call++) {
      ours.add(ledger().acquire(Budget.QUERY, WaitRules.noWait()));
    }
    child.destroyForcibly().waitFor();
    ours.add(ledger().acquire(Budget.QUERY, WaitRules.noWait()));
    assertThat(ours).hasSize(5);
    assertThat(ledger().remaining(Budget.QUERY).calls()).isEqualTo(54);
    ours.forEach(Permit::close);
  }
}
