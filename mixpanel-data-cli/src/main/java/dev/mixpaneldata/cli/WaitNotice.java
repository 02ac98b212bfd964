package dev.mixpaneldata.cli;

import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells people that, why and until when nothing moves. */
public final class WaitNotice implements WaitListener {
  /** Shorter waits are the pace of calls, nothing to tell. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(3);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final CommandContext context;

  WaitNotice(CommandContext context) {
    this.context = context;
  }

  @Override
  public void waiting(Wait wait) {
    if (isWorthTelling(wait.until())) {
      context.say(text(wait.message(), wait.until()));
    }
  }

  /** Whether the wait is more than the usual pace. */
  public static boolean isWorthTelling(Instant until) {
    return Duration.between(Instant.now(), until).compareTo(WORTH_TELLING) > 0;
  }

  /** The sentence that tells it. */
  public static String text(String reason, Instant until) {
    return reason + " Waiting until " + CLOCK.format(until) + ".";
  }
}
