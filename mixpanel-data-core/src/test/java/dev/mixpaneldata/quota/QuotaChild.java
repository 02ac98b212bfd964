package dev.mixpaneldata.quota;

import dev.mixpaneldata.error.RateLimitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * A process that makes calls, and writes down when each began and ended. Arguments: data directory,
 * budget, calls, milliseconds a call takes, the most seconds to wait, the journal.
 */
final class QuotaChild {
  private QuotaChild() {}

  public static void main(String[] arguments) throws Exception {
    QuotaLedger ledger =
        QuotaLedger.of(Path.of(arguments[0]), QuotaLedgerTest.CREDENTIALS, Pacer.system());
    Budget budget = Budget.valueOf(arguments[1]);
    Path journal = Path.of(arguments[5]);
    WaitRules rules = WaitRules.patient().upTo(Duration.ofSeconds(Long.parseLong(arguments[4])));
    for (int call = 0; call < Integer.parseInt(arguments[2]); call++) {
      try (Permit permit = ledger.acquire(budget, rules)) {
        write(journal, "begin " + System.currentTimeMillis() + " " + permit.hashCode());
        Thread.sleep(Long.parseLong(arguments[3]));
        write(journal, "end " + System.currentTimeMillis() + " " + permit.hashCode());
      } catch (RateLimitException usedUp) {
        return;
      }
    }
  }

  private static void write(Path journal, String line) throws IOException {
    Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
