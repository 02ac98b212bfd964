package dev.mixpaneldata.report;

import dev.mixpaneldata.value.DateRange;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an Insights metric computes of its events, in each bucket and segment (page on Insights).
 */
public enum Measure {
  /** Events; with a property, the sum of its numbers. */
  TOTAL("total"),
  /** Users. */
  UNIQUE("unique"),
  /** Daily active users. */
  DAU("dau"),
  /** Users of the seven days up to each. */
  WAU("wau"),
  /** Users of the thirty days up to each. */
  MAU("mau"),
  /** Users since the first day of the range. */
  CUMULATIVE_UNIQUE("cumulative_unique"),
  /** Sessions. */
  SESSIONS("sessions"),
  /** The mean of a property's numbers. */
  AVERAGE("average"),
  MEDIAN("median"),
  MIN("min"),
  MAX("max"),
  P25("p25"),
  P75("p75"),
  P90("p90"),
  P99("p99"),
  /** A percentile of a property's numbers. */
  PERCENTILE("custom_percentile"),
  /** Users by the size of a property's number. */
  HISTOGRAM("histogram"),
  /** Different values of a property. */
  UNIQUE_VALUES("unique_values"),
  MOST_FREQUENT("most_frequent"),
  FIRST_VALUE("first_value"),
  MULTI_ATTRIBUTION("multi_attribution"),
  NUMERIC_SUMMARY("numeric_summary");

  private static final int DAYS_OF_WEEK = 7;
  private static final int DAYS_OF_MONTH = 30;

  private static final Set<Measure> OF_USERS =
      EnumSet.of(UNIQUE, DAU, WAU, MAU, CUMULATIVE_UNIQUE, SESSIONS);

  private final String wireName;

  Measure(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name that Mixpanel uses. */
  public String wireName() {
    return wireName;
  }

  /** Returns whether it counts users or sessions, for which a property has no meaning. */
  public boolean countsUsers() {
    return OF_USERS.contains(this);
  }

  /** Returns whether it is computed from a property. */
  public boolean needsProperty() {
    return this != TOTAL && !countsUsers();
  }

  /** Returns whether a bucket without events has the number 0, and not none. */
  public boolean isZeroWithoutEvents() {
    return this == TOTAL || this == UNIQUE_VALUES || countsUsers();
  }

  /** Returns the days whose users count on each day; 0 if it does not count users by the day. */
  public int activeDays() {
    return switch (this) {
      case DAU -> 1;
      case WAU -> DAYS_OF_WEEK;
      case MAU -> DAYS_OF_MONTH;
      default -> 0;
    };
  }

  /** Returns the days whose events are read for the numbers of a range. */
  public DateRange read(DateRange range) {
    return new DateRange(range.from().minusDays(Math.max(1, activeDays()) - 1L), range.to());
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
