package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.CountType;
import java.util.HashSet;
import java.util.Set;

/** A count of events and of their users. */
final class Tally {
  private long events;
  private final Set<String> users = new HashSet<>();

  void add(NaiveEvent event) {
    events++;
    users.add(event.distinctId());
  }

  /** Returns the number of events, of users, or of events divided by users. */
  Number count(CountType type) {
    return switch (type) {
      case GENERAL -> (Number) events;
      case UNIQUE -> (Number) (long) users.size();
      case AVERAGE -> (Number) (users.isEmpty() ? 0.0 : (double) events / users.size());
    };
  }

  /** Returns the size by which segments are ranked: averages rank by their events. */
  long size(CountType type) {
    return switch (type) {
      case GENERAL, AVERAGE -> events;
      case UNIQUE -> users.size();
    };
  }

  /** Returns the count without any event. */
  static Number zero(CountType type) {
    return new Tally().count(type);
  }
}
