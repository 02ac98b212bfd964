package dev.mixpaneldata.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportMemoryTest {
  @TempDir Path folder;

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
