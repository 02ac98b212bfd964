package dev.mixpaneldata.benchmarks;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fetches 90 days at a cold start over TLS with slow handshakes, by two processes at once, from a
 * server that counts arrivals strictly by Mixpanel's documented limits, and counts its 429s: the
 * aim is none. Arguments: rounds and milliseconds of a handshake.
 */
public final class LimitsBenchmark {
  private static final LocalDate FROM = LocalDate.parse("2026-01-01");
  private static final LocalDate TO = FROM.plusDays(89);

  private LimitsBenchmark() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, GeneralSecurityException, ExecutionException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    long handshake = arguments.length > 1 ? Long.parseLong(arguments[1]) : 300;
    Path folder = Files.createTempDirectory("limits-benchmark");
    Path certificate = TlsRelay.certificate(folder);
    Dataset data = Dataset.builder().users(50).from(FROM).to(TO).build();
    for (int round = 1; round <= rounds; round++) {
      try (FakeMixpanel mixpanel =
              FakeMixpanel.builder().dataset(data).limits(Limits.documented()).start();
          TlsRelay relay = TlsRelay.start(mixpanel.origin(), certificate, handshake)) {
        Path work = Files.createDirectory(folder.resolve("round-" + round));
        fetchTwice(mixpanel, relay, certificate, work);
        System.out.printf(
            Locale.ROOT,
            "round %d: %d calls served, %d answered 429%n",
            round,
            mixpanel.statistics().export().served(),
            mixpanel.statistics().tooManyRequests());
      }
    }
  }

  private static void fetchTwice(FakeMixpanel mixpanel, TlsRelay relay, Path certificate, Path work)
      throws InterruptedException, ExecutionException {
    ExecutorService processes = Executors.newFixedThreadPool(2);
    try {
      List<Future<ChildProcess.Measured>> runs = new ArrayList<>();
      for (String table : List.of("one", "two")) {
        runs.add(
            processes.submit(
                () ->
                    ChildProcess.java(
                        TlsRelay.trust(certificate),
                        FetchProgram.class,
                        List.of(
                            relay.origin().toString(),
                            mixpanel.username(),
                            mixpanel.secret(),
                            Long.toString(mixpanel.projectId()),
                            work.toString(),
                            FROM.toString(),
                            TO.toString(),
                            table))));
      }
      for (Future<ChildProcess.Measured> run : runs) {
        System.out.printf(Locale.ROOT, "  %.1f s: %s", run.get().seconds(), run.get().output());
      }
    } finally {
      processes.shutdownNow();
    }
  }
}
