package dev.mixpaneldata.quota;

import dev.mixpaneldata.error.RateLimitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A process that makes calls, and writes down when each began and ended. Arguments: data directory,
 * budget, calls, milliseconds a call takes, the most seconds to wait, the journal. Or: a ledger,
 * calls, a file to wait for.
 */
final class QuotaChild {
  private QuotaChild() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3) {
      count(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
      return;
    }
    QuotaLedger ledger =
        QuotaLedger.of(Path.of(arguments[0]), QuotaLedgerTest.CREDENTIALS, Pacer.system());
    Budget budget = Budget.valueOf(arguments[1]);
    Path journal = Path.of(arguments[5]);
    WaitRules rules = WaitRules.patient().upTo(Duration.ofSeconds(Long.parseLong(arguments[4])));
    for (int call = 0; call < Integer.parseInt(arguments[2]); call++) {
      try (Permit permit = ledger.acquire(budget, rules)) {
        permit.sent();
        write(journal, "begin " + System.currentTimeMillis() + " " + permit.hashCode());
        Thread.sleep(Long.parseLong(arguments[3]));
        write(journal, "end " + System.currentTimeMillis() + " " + permit.hashCode());
      } catch (RateLimitException usedUp) {
        return;
      }
    }
  }

  /** Writes calls into a ledger as fast as it can, once a file appears. Made for contention. */
  static void count(Path ledger, int calls, Path go) throws InterruptedException {
    LedgerFile file = LedgerFile.of(ledger, Budget.QUERY);
    while (!Files.exists(go)) {
      Thread.sleep(1);
    }
    for (int call = 0; call < calls; call++) {
      long now = System.currentTimeMillis();
      file.update(now, times -> times.plus(now));
    }
  }

  private static void write(Path journal, String line) throws IOException {
    Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
