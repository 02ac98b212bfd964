package dev.mixpaneldata.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportKilledTest {
  private static final int EVENTS = 60_000;

  @TempDir Path folder;

  @Test
  void anImportThatIsKilledAgainAndAgainSendsEachEventOnce() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      mixpanel.faults().always(request -> true, Fault.delay(Duration.ofMillis(40)));
      Path file = file(EVENTS, 0);
      Random random = new Random(7);
      int kills = 0;
      for (int run = 0; run < 10; run++) {
        kills += killedAfter(mixpanel, file, random.nextInt(4)) ? 1 : 0;
      }
      assertThat(killedAfter(mixpanel, file, Integer.MAX_VALUE)).isFalse();

      assertThat(kills).isPositive();
      List<String> places = new ArrayList<>();
      for (LocalDate day : mixpanel.days()) {
        mixpanel
            .exportedLines(day)
            .forEach(line -> places.add(line.replaceAll(".*\"place\":(\\d+).*", "$1")));
      }
      assertThat(places)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, EVENTS).mapToObj(Integer::toString).toList());
      // Without the ledger each of ten runs would send all 30 batches.
      assertThat(mixpanel.requests("/import").size()).isLessThan(30 + 10 * 6);
    }
  }

  @Test
  void largeFilesTakeLittleMemory() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      // Three times the heap; the server keeps none of it.
      Fault kept = Fault.status(200, "{\"code\":200,\"status\":\"OK\"}", Map.of());
      mixpanel.faults().always(request -> true, kept);
      Path file = file(200_000, 900);
      assertThat(Files.size(file)).isGreaterThan(180_000_000);
      Process process = ChildImport.start(mixpanel, folder, file, "-Xmx64m");
      assertThat(process.waitFor()).isZero();
    }
  }

  /** Kills the process after so many batches; false where it ended before. */
  private boolean killedAfter(FakeMixpanel mixpanel, Path file, int batches)
      throws IOException, InterruptedException {
    Process process = ChildImport.start(mixpanel, folder, file, "-Xmx200m");
    int seen = 0;
    boolean killed = false;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        // Those of earlier runs come at once and are no measure.
        if (line.equals("batch") && ++seen > batches && mixpanel.requests().size() > 0) {
          process.destroyForcibly();
          killed = true;
          break;
        }
      }
    }
    process.waitFor();
    return killed;
  }

  private Path file(int events, int padding) throws IOException {
    Path file = folder.resolve("events.jsonl");
    long start = Instant.now().minus(2, ChronoUnit.DAYS).getEpochSecond();
    String text = "x".repeat(padding);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < events; i++) {
        out.write(
            "{\"event\":\"View\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"place\":%d,\"text\":\"%s\"}}\n"
                .formatted(start + i / 10, i % 100, i, text));
      }
    }
    return file;
  }
}
