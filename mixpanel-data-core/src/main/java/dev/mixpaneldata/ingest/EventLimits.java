package dev.mixpaneldata.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** What Mixpanel takes of an event and of a request (reference of {@code /import}). */
final class EventLimits {
  /** Of the name of an event or a property, in UTF-8. */
  static final int NAME_BYTES = 255;

  /** Of an event, and of an object in a property. */
  static final int PROPERTIES = 255;

  /** Elements of a list. */
  static final int ELEMENTS = 255;

  /** Objects inside one another in a property. */
  static final int DEPTH = 3;

  /** Of one event. */
  static final int EVENT_BYTES = 1_000_000;

  static final int INSERT_ID_BYTES = 36;

  /** Older events cannot be imported. */
  static final Period AGE = Period.ofYears(5);

  /** Of events that are tracked, not imported (reference of {@code /track}). */
  static final Period TRACKED_AGE = Period.ofDays(5);

  /** Clocks differ; Mixpanel takes events of the next hour. */
  static final Duration AHEAD = Duration.ofHours(1);

  /** Events of one request. */
  static final int BATCH_EVENTS = 2000;

  /** Bytes of one request before compression. */
  static final int BATCH_BYTES = 10_000_000;

  private EventLimits() {}

  static Instant before(Instant now, Period age) {
    return now.atZone(ZoneOffset.UTC).minus(age).toInstant();
  }
}
