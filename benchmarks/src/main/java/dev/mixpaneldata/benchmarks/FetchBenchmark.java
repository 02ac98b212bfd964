package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.DatasetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fetches a month of events from a local server into a finished, deduplicated table, and compares
 * with DuckDB's own insert of the same files: once as a library in a plain JVM like the
 * yardstick's, once through {@code ./mp}. Runs in the root of the project. Arguments: users (about
 * 90 make 1,000 events a month; see the first line of the output for what they made) and rounds.
 */
public final class FetchBenchmark {
  private static final LocalDate FROM = LocalDate.parse("2026-01-01");
  private static final LocalDate TO = LocalDate.parse("2026-01-30");

  /** The memory that DuckDB is given on both sides; what {@code StoreOptions} has by default. */
  private static final String MEMORY_MEGABYTES = "480";

  /** The flags that {@code mp} fetches with. */
  private static final List<String> JVM =
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:CompileThresholdScaling=4");

  private FetchBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    Path files = Path.of(System.getProperty("java.io.tmpdir"), "mp-benchmark-" + users);
    prepare(files, users);
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder().exportFiles(files).multiMember(true).start()) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        ratios.add(round(mixpanel, files, round));
      }
      System.out.printf(
          Locale.ROOT,
          "median ratio %.2f (fetch / DuckDB's own insert)%n",
          ratios.stream().sorted().toList().get(ratios.size() / 2));
    }
  }

  private static double round(FakeMixpanel mixpanel, Path files, int round)
      throws IOException, InterruptedException {
    Path work = Files.createTempDirectory("mp-benchmark");
    try {
      ChildProcess.Measured yardstick =
          ChildProcess.java(
              JVM,
              NativeInsert.class,
              List.of(files.toString(), work.resolve("native.db").toString(), MEMORY_MEGABYTES));
      ChildProcess.Measured fetch =
          ChildProcess.java(
              JVM,
              FetchProgram.class,
              List.of(
                  mixpanel.origin().toString(),
                  mixpanel.username(),
                  mixpanel.secret(),
                  Long.toString(mixpanel.projectId()),
                  work.toString(),
                  FROM.toString(),
                  TO.toString()));
      ChildProcess.Measured command = command(mixpanel, work);
      System.out.printf(
          Locale.ROOT,
          "round %d: yardstick %.2f s, %d MB; fetch %.2f s, %d MB, ratio %.2f;"
              + " mp fetch %.2f s, %d MB, ratio %.2f; %s%n",
          round,
          yardstick.seconds(),
          yardstick.peakMegabytes(),
          fetch.seconds(),
          fetch.peakMegabytes(),
          fetch.seconds() / yardstick.seconds(),
          command.seconds(),
          command.peakMegabytes(),
          command.seconds() / yardstick.seconds(),
          fetch.output().strip());
      return fetch.seconds() / yardstick.seconds();
    } finally {
      delete(work);
    }
  }

  /** The same through the command line, started as users start it. */
  private static ChildProcess.Measured command(FakeMixpanel mixpanel, Path work)
      throws IOException, InterruptedException {
    return ChildProcess.run(
        List.of("./mp", "fetch", "events", "--from", FROM.toString(), "--to", TO.toString()),
        Map.of(
            "MP_USERNAME", mixpanel.username(),
            "MP_SECRET", mixpanel.secret(),
            "MP_PROJECT_ID", Long.toString(mixpanel.projectId()),
            "MP_API_BASE_URL", mixpanel.origin().toString(),
            "MP_DATA_DIR", work.resolve("mp").toString()));
  }

  private static void prepare(Path files, int users) throws IOException {
    if (Files.exists(files.resolve("done"))) {
      return;
    }
    Files.createDirectories(files);
    DatasetBuilder.Written written =
        Dataset.builder().seed(7).users(users).from(FROM).to(TO).writeTo(files);
    Files.createFile(files.resolve("done"));
    System.out.println(users + " users made " + written);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
