package dev.mixpaneldata.storage.fetch;

import dev.mixpaneldata.quota.Pacer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves on only when somebody sleeps, so that waiting takes no time. */
final class MovingClock extends Clock {
  private final AtomicReference<Instant> now;

  MovingClock(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  Pacer pacer() {
    return new Pacer(this, time -> now.updateAndGet(n -> n.plus(time)));
  }

  void advance(Duration time) {
    now.updateAndGet(n -> n.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
