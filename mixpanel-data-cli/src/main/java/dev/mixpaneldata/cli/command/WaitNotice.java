package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.quota.WaitListener;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

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
    of(wait.message(), wait.until()).ifPresent(context::say);
  }

  /** Returns the sentence that reports a wait; empty for one that is part of the usual pace. */
  public Optional<String> of(String reason, Instant until) {
    return Duration.between(context.pacer().now(), until).compareTo(WORTH_TELLING) > 0
        ? Optional.of(reason + " Waiting until " + CLOCK.format(until) + ".")
        : Optional.empty();
  }
}
