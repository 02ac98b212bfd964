package dev.mixpaneldata.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still until somebody sleeps, and remembers how long they did. */
public final class TestingTime extends Clock implements Sleeper {
  public static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();
  private Instant now = START;

  public Pacer pacer() {
    return new Pacer(this, this);
  }

  public List<Duration> sleeps() {
    return sleeps;
  }

  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(time);
    advance(time);
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
    throw new UnsupportedOperationException();
  }
}
