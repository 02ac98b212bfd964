package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mp import}, killed again and again. */
class ImportKilledTest {
  private static final int EVENTS = 120_000;
  private static final int BATCHES = 60;
  private static final int KILLS = 10;

  @TempDir Path folder;
  private final Random random = new Random(7);

  @Test
  void eachEventArrivesOnceHoweverOftenTheImportIsKilled() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      mixpanel.faults().always(request -> true, Fault.delay(Duration.ofMillis(40)));
      Path file = file();
      for (int kill = 1; kill <= KILLS; kill++) {
        int before = mixpanel.requests("/import").size();
        Process process = start(mixpanel, file);
        int more = random.nextInt(5);
        while (process.isAlive() && mixpanel.requests("/import").size() <= before + more) {
          // The next request is some milliseconds away.
          Thread.sleep(1);
        }
        // Anywhere between a request and its answer.
        Thread.sleep(random.nextInt(60));
        assertThat(process.isAlive()).as("kill %d comes in time", kill).isTrue();
        process.destroyForcibly().waitFor();
      }
      assertThat(start(mixpanel, file).waitFor()).isZero();

      assertThat(places(mixpanel))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, EVENTS).boxed().toList());
      // What was acknowledged is not sent again, but for what was under way at each kill.
      assertThat(mixpanel.requests("/import").size()).isLessThan(BATCHES + KILLS * 6);
    }
  }

  private static List<Integer> places(FakeMixpanel mixpanel) {
    List<Integer> places = new ArrayList<>();
    for (LocalDate day : mixpanel.days()) {
      for (String line : mixpanel.exportedLines(day)) {
        places.add(Mappers.read(line).at("/properties/place").asInt());
      }
    }
    return places;
  }

  private Process start(FakeMixpanel mixpanel, Path file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Mp.class.getName(),
            "import",
            file.toString());
    builder.environment().putAll(new TestingProject(mixpanel, folder).mp().environment);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Path file() throws IOException {
    Path file = folder.resolve("events.jsonl");
    long start = Instant.now().minus(2, ChronoUnit.DAYS).getEpochSecond();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < EVENTS; i++) {
        out.write(
            "{\"event\":\"View\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"place\":%d}}\n"
                .formatted(start + i / 10, i % 100, i));
      }
    }
    return file;
  }
}
