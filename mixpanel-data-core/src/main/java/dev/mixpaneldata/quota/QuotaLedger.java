package dev.mixpaneldata.quota;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

  /** The time between two looks for the end of a running call. */
  private static final Duration SLOT_POLL = Duration.ofMillis(100);

  /** The expected duration of a running call; nobody can know it. */
  private static final Duration TYPICAL_CALL = Duration.ofSeconds(5);

  private final Function<Budget, LedgerFile> ledgers;
  private final Function<Budget, Slots> places;
  private final Pacer pacer;

  private QuotaLedger(
      Function<Budget, LedgerFile> ledgers, Function<Budget, Slots> places, Pacer pacer) {
    this.ledgers = ledgers;
    this.places = places;
    this.pacer = pacer;
  }

  /** Creates budgets that no other process knows and that end with this one. */
  public static QuotaLedger inMemory(Pacer pacer) {
    Map<Budget, LedgerFile> ledgers = new EnumMap<>(Budget.class);
    Map<Budget, Slots> places = new EnumMap<>(Budget.class);
    for (Budget budget : Budget.values()) {
      ledgers.put(budget, LedgerFile.inMemory(budget));
      if (budget.concurrent() < Integer.MAX_VALUE) {
        places.put(budget, Slots.inMemory(budget.concurrent()));
      }
    }
    return new QuotaLedger(
        budget -> Objects.requireNonNull(ledgers.get(budget)),
        budget -> Objects.requireNonNull(places.get(budget)),
        pacer);
  }

  /** Returns the budgets of a project at Mixpanel's own hosts. */
  public static QuotaLedger of(Path folder, Credentials credentials, Pacer pacer) {
    return of(folder, credentials, Optional.empty(), pacer);
  }

  /**
   * Returns the budgets of a project. Behind an origin of its own they are separate from those at
   * Mixpanel's hosts.
   *
   * @param folder the data directory, or where budgets are kept instead
   * @param origin the replacement of Mixpanel's hosts
   */
  public static QuotaLedger of(
      Path folder, Credentials credentials, Optional<URI> origin, Pacer pacer) {
    String where =
        origin
            .map(uri -> String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT))
            .map(host -> host.replaceAll("[^a-z0-9.-]", "_"))
            .orElse(credentials.region().id());
    String scope = where + "-" + credentials.projectId();
    return new QuotaLedger(
        budget -> LedgerFile.of(file(folder, scope, budget, "calls"), budget),
        budget -> Slots.of(file(folder, scope, budget, "slot-"), budget.concurrent()),
        pacer);
  }

  private static Path file(Path dataDirectory, String scope, Budget budget, String end) {
    return folder(dataDirectory).resolve(scope + "." + budget.id() + "." + end);
  }

  /** Returns the folder by its one true name, so that a file has one name in this process. */
  private static Path folder(Path dataDirectory) {
    try {
      return PrivateFiles.folder(dataDirectory, FOLDER).toRealPath();
    } catch (IOException unusable) {
      return dataDirectory.resolve(FOLDER).toAbsolutePath().normalize();
    }
  }

  @Override
  public Permit acquire(Budget budget, WaitRules rules) {
    WaitRules left = rules;
    while (true) {
      Instant start = pacer.now();
      CallTimes.Verdict verdict = look(budget);
      if (!verdict.free()) {
        pacer.pause(wait(budget, verdict), left);
        // Otherwise the pace alone would use up the patience of many concurrent callers.
        if (verdict.reason() != Wait.Reason.SECOND) {
          left = left.upTo(left.longest().minus(Duration.between(start, pacer.now())));
        }
        continue;
      }
      // The place comes first: a call must not be counted long before it begins.
      Permit slot = takeSlot(budget, left);
      left = left.upTo(left.longest().minus(Duration.between(start, pacer.now())));
      String id = UUID.randomUUID().toString();
      boolean booked = false;
      try {
        booked = book(budget, id);
      } finally {
        if (!booked) {
          slot.close();
        }
      }
      if (booked) {
        return new BookedCall(ledgers.apply(budget), id, slot, pacer);
      }
    }
  }

  /**
   * Books a call if one may begin now: another caller may have been quicker since the last look.
   */
  private boolean book(Budget budget, String id) {
    long now = pacer.now().toEpochMilli();
    CallTimes before =
        ledgers
            .apply(budget)
            .update(
                now, times -> times.verdict(budget, now).free() ? times.booking(id, now) : times);
    return before.verdict(budget, now).free();
  }

  private CallTimes.Verdict look(Budget budget) {
    long now = pacer.now().toEpochMilli();
    return ledgers.apply(budget).update(now, UnaryOperator.identity()).verdict(budget, now);
  }

  private Permit takeSlot(Budget budget, WaitRules rules) {
    if (budget.concurrent() == Integer.MAX_VALUE) {
      return () -> {};
    }
    Slots slots = places.apply(budget);
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
    CallTimes times = ledgers.apply(budget).update(now, UnaryOperator.identity());
    Instant nextFree = Instant.ofEpochMilli(times.verdict(budget, now).nextFree());
    return new Allowance(times.left(budget, now), nextFree);
  }

  @Override
  public void exhausted(Budget budget, Instant until) {
    long now = pacer.now().toEpochMilli();
    ledgers.apply(budget).update(now, times -> times.blockedUntil(until.toEpochMilli()));
  }

  @Override
  public void count(Budget budget) {
    long now = pacer.now().toEpochMilli();
    ledgers.apply(budget).update(now, times -> times.plus(now));
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
    return "%d %s calls are running, which is the limit."
        .formatted(budget.concurrent(), budget.id());
  }
}
