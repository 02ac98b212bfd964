package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Notices for people that a call waits, why, and until when. */
public final class WaitNotice implements WaitListener {
  /** Shorter waits are the usual pace of calls and are not reported. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(3);

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final CommandContext context;

  /** Creates notices on the standard error of this context. */
  public WaitNotice(CommandContext context) {
    this.context = context;
  }

  @Override
  public void waiting(Wait wait) {
    if (isWorthTelling(wait.until())) {
      context.say(text(wait.message(), wait.until()));
    }
  }

  /** Returns whether the wait is longer than the usual pace. */
  public static boolean isWorthTelling(Instant until) {
    return Duration.between(Instant.now(), until).compareTo(WORTH_TELLING) > 0;
  }

  /** Returns the sentence that reports the wait. */
  public static String text(String reason, Instant until) {
    return reason + " Waiting until " + CLOCK.format(until) + ".";
  }
}
