package dev.mixpaneldata.cli;

import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that waits move, so that they take no time. */
final class SkippedTime extends Clock implements Sleeper {
  private Instant now;

  SkippedTime(Instant start) {
    this.now = start;
  }

  Pacer pacer() {
    return new Pacer(this, this);
  }

  @Override
  public synchronized void sleep(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The tested code asks for instants alone");
  }
}
