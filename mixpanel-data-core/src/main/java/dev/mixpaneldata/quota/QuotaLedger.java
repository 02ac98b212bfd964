package dev.mixpaneldata.quota;

import dev.mixpaneldata.Credentials;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The budgets of one project, shared by all processes of this machine through small files in the
 * data directory: two terminals and a server together make no more calls than Mixpanel allows. What
 * other machines use is unknown until Mixpanel answers 429; that is written down too, so that all
 * processes wait. Thread-safe.
 *
 * <p>If the files cannot be used (a read-only or full disk), a warning is logged and the limits
 * hold within this process.
 */
public final class QuotaLedger implements Quota {
  private static final String FOLDER = "quota";

  /** How often to look whether a running call of anyone has ended. */
  private static final Duration SLOT_POLL = Duration.ofMillis(100);

  /** When a running call has ended, as a rule; nobody can know. */
  private static final Duration TYPICAL_CALL = Duration.ofSeconds(5);

  private final Path dataDirectory;
  private final String scope;
  private final Pacer pacer;

  private QuotaLedger(Path dataDirectory, String scope, Pacer pacer) {
    this.dataDirectory = dataDirectory;
    this.scope = scope;
    this.pacer = pacer;
  }

  /** The budgets of the project at Mixpanel's own hosts. */
  public static QuotaLedger of(Path dataDirectory, Credentials credentials, Pacer pacer) {
    return of(dataDirectory, credentials, credentials.region().id(), pacer);
  }

  /** The budgets of the project behind another origin, which are not those at Mixpanel's. */
  public static QuotaLedger at(
      URI origin, Path dataDirectory, Credentials credentials, Pacer pacer) {
    String host = String.valueOf(origin.getAuthority()).toLowerCase(Locale.ROOT);
    return of(dataDirectory, credentials, host.replaceAll("[^a-z0-9.-]", "_"), pacer);
  }

  private static QuotaLedger of(
      Path dataDirectory, Credentials credentials, String where, Pacer pacer) {
    return new QuotaLedger(dataDirectory, where + "-" + credentials.projectId(), pacer);
  }

  @Override
  public Permit acquire(Budget budget, WaitRules rules) {
    Instant start = pacer.now();
    while (true) {
      WaitRules left = rules.upTo(rules.longest().minus(Duration.between(start, pacer.now())));
      CallTimes.Verdict verdict = look(budget);
      if (!verdict.free()) {
        pacer.pause(wait(budget, verdict), left);
        continue;
      }
      // The place comes first: a call must not be counted long before it begins.
      Permit slot = takeSlot(budget, left);
      boolean counted = false;
      try {
        counted = count(budget);
      } finally {
        if (!counted) {
          slot.close();
        }
      }
      if (counted) {
        return slot;
      }
    }
  }

  /** Counts a call if one may begin now: somebody may have been quicker since we looked. */
  private boolean count(Budget budget) {
    long now = pacer.now().toEpochMilli();
    CallTimes before =
        ledger(budget)
            .update(now, times -> times.verdict(budget, now).free() ? times.plus(now) : times);
    return before.verdict(budget, now).free();
  }

  private CallTimes.Verdict look(Budget budget) {
    long now = pacer.now().toEpochMilli();
    return ledger(budget).update(now, UnaryOperator.identity()).verdict(budget, now);
  }

  private Permit takeSlot(Budget budget, WaitRules rules) {
    if (budget.concurrent() == Integer.MAX_VALUE) {
      return () -> {};
    }
    Slots slots = Slots.of(file(budget, "slot-"), budget.concurrent());
    Instant start = pacer.now();
    boolean announced = false;
    while (true) {
      Optional<Permit> slot = slots.tryTake();
      if (slot.isPresent()) {
        return slot.get();
      }
      Instant now = pacer.now();
      Wait wait =
          new Wait(Wait.Reason.CONCURRENCY, now.plus(TYPICAL_CALL), concurrencyMessage(budget));
      if (Duration.between(start, now).plus(SLOT_POLL).compareTo(rules.longest()) > 0) {
        throw Pacer.tooLong(wait, TYPICAL_CALL);
      }
      if (!announced) {
        rules.listener().waiting(wait);
        announced = true;
      }
      pacer.sleep(SLOT_POLL);
    }
  }

  @Override
  public Allowance remaining(Budget budget) {
    long now = pacer.now().toEpochMilli();
    CallTimes times = ledger(budget).update(now, UnaryOperator.identity());
    Instant nextFree = Instant.ofEpochMilli(times.verdict(budget, now).nextFree());
    return new Allowance(times.left(budget, now), nextFree);
  }

  @Override
  public void exhausted(Budget budget, Instant until) {
    long now = pacer.now().toEpochMilli();
    ledger(budget).update(now, times -> times.blockedUntil(until.toEpochMilli()));
  }

  private LedgerFile ledger(Budget budget) {
    return LedgerFile.of(file(budget, "calls"), budget);
  }

  private Path file(Budget budget, String end) {
    return folder().resolve(scope + "." + budget.id() + "." + end);
  }

  /** By its one true name, so that a file has one name in this process. */
  private Path folder() {
    try {
      return PrivateFiles.folder(dataDirectory, FOLDER).toRealPath();
    } catch (IOException unusable) {
      return dataDirectory.resolve(FOLDER).toAbsolutePath().normalize();
    }
  }

  private static Wait wait(Budget budget, CallTimes.Verdict verdict) {
    Budget.Limit limit = budget.limits().get(verdict.reason() == Wait.Reason.SECOND ? 1 : 0);
    String message =
        "The budget of %d %s calls in %s is used up."
            .formatted(limit.calls(), budget.id(), text(limit.window()));
    return new Wait(verdict.reason(), Instant.ofEpochMilli(verdict.nextFree()), message);
  }

  private static String text(Duration window) {
    return window.toHours() > 0 ? "an hour" : window.toMinutes() > 0 ? "a minute" : "a second";
  }

  private static String concurrencyMessage(Budget budget) {
    return "%d %s calls are running, as many as are allowed."
        .formatted(budget.concurrent(), budget.id());
  }
}
