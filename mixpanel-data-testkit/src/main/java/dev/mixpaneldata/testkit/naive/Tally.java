package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.CountType;
import java.util.HashSet;
import java.util.Set;

/** Counts some events and their users. */
final class Tally {
  private long events;
  private final Set<String> users = new HashSet<>();

  void add(NaiveEvent event) {
    events++;
    users.add(event.distinctId());
  }

  /** Events, users, or events divided by users. */
  Number count(CountType type) {
    return switch (type) {
      case GENERAL -> (Number) events;
      case UNIQUE -> (Number) (long) users.size();
      case AVERAGE -> (Number) (users.isEmpty() ? 0.0 : (double) events / users.size());
    };
  }

  /** What segments are ranked by: averages by the events that make them. */
  long size(CountType type) {
    return switch (type) {
      case GENERAL, AVERAGE -> events;
      case UNIQUE -> users.size();
    };
  }

  /** The count of nothing. */
  static Number zero(CountType type) {
    return new Tally().count(type);
  }
}
