package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Imports a file of events with {@code ./mp import} and with the npm package {@code
 * mixpanel-import}, in turns, into a local server that takes all and keeps nothing. Runs in the
 * root of the project, where {@code npm install --prefix FOLDER mixpanel-import} has been run
 * before. Arguments: FOLDER, events (a multiple of 2000) and rounds.
 */
public final class ImportBenchmark {
  private static final int BATCH = 2000;

  private ImportBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path installed = Path.of(arguments[0]);
    int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    if (events % BATCH != 0) {
      throw new IllegalArgumentException("The events are no multiple of " + BATCH);
    }
    Path work = Files.createTempDirectory("mp-import-benchmark");
    Path file = file(work, events);
    System.out.printf("%d events, %d MB%n", events, Files.size(file) / 1_000_000);
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      ratios.add(round(installed, work, file, events, round));
    }
    System.out.printf(
        Locale.ROOT,
        "median ratio %.2f (mp import / mixpanel-import)%n",
        ratios.stream().sorted().toList().get(ratios.size() / 2));
  }

  private static double round(Path installed, Path work, Path file, int events, int round)
      throws IOException, InterruptedException {
    ChildProcess.Measured yardstick;
    ChildProcess.Measured ours;
    // Each has a server of its own: one that was busy before is quicker.
    try (FakeMixpanel mixpanel = server()) {
      yardstick =
          ChildProcess.run(
              List.of(
                  "node",
                  "benchmarks/mixpanel-import.cjs",
                  installed.toString(),
                  mixpanel.origin().toString(),
                  mixpanel.username(),
                  mixpanel.secret(),
                  Long.toString(mixpanel.projectId()),
                  file.toString()));
      requireAll(mixpanel, events, yardstick);
    }
    try (FakeMixpanel mixpanel = server()) {
      ours =
          ChildProcess.run(
              List.of("./mp", "import", file.toString(), "--format", "json"),
              Map.of(
                  "MP_USERNAME", mixpanel.username(),
                  "MP_SECRET", mixpanel.secret(),
                  "MP_PROJECT_ID", Long.toString(mixpanel.projectId()),
                  "MP_API_BASE_URL", mixpanel.origin().toString(),
                  "MP_DATA_DIR", work.resolve("data").toString()));
      requireAll(mixpanel, events, ours);
    }
    double ratio = ours.seconds() / yardstick.seconds();
    System.out.printf(
        Locale.ROOT,
        "round %d: mixpanel-import %.2f s, %d MB; mp import %.2f s, %d MB, ratio %.2f%n",
        round,
        yardstick.seconds(),
        yardstick.peakMegabytes(),
        ours.seconds(),
        ours.peakMegabytes(),
        ratio);
    return ratio;
  }

  private static void requireAll(FakeMixpanel mixpanel, int events, ChildProcess.Measured run)
      throws IOException {
    int requests = mixpanel.requests("/import").size();
    if (requests != events / BATCH) {
      throw new IOException(requests + " requests for " + events + " events:\n" + run.output());
    }
  }

  /** A server that takes each batch at once. */
  private static FakeMixpanel server() {
    FakeMixpanel mixpanel = FakeMixpanel.builder().start();
    String taken = "{\"code\":200,\"num_records_imported\":" + BATCH + ",\"status\":\"OK\"}";
    mixpanel
        .faults()
        .always(
            request -> request.path().equals("/import"),
            Fault.status(200, taken, Map.of("Content-Type", "application/json")));
    return mixpanel;
  }

  private static Path file(Path work, int events) throws IOException {
    Path file = work.resolve("events.jsonl");
    long start = Instant.now().minus(20, ChronoUnit.DAYS).getEpochSecond();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < events; i++) {
        out.write(
            ("{\"event\":\"Page View\",\"properties\":{\"time\":%d,\"distinct_id\":\"user-%d\","
                    + "\"$insert_id\":\"id-%d\",\"$os\":\"iOS\",\"$city\":\"Zürich\",\"page\":\"/p/%d\","
                    + "\"amount\":%d.25,\"plan\":\"pro\",\"tags\":[\"a\",\"b\"],\"referrer\":"
                    + "\"https://example.com/campaign/%d?utm_source=mail\"}}\n")
                .formatted(start + i / 2, i % 50_000, i, i % 977, i % 500, i % 31));
      }
    }
    return file;
  }
}
