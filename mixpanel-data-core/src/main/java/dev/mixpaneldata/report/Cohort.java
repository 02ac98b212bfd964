package dev.mixpaneldata.report;

import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;

/** Some of the users, by what their profiles say or by what they did. */
public sealed interface Cohort {
  /** Users whose profile this expression is true for; it reads {@code properties["plan"]}. */
  static Cohort ofProfiles(String where) {
    return new Profiles(where);
  }

  /** Users who did an event at least so many times in the days up to and with the last. */
  static Cohort whoDid(EventSelector event, int atLeast, int days, LocalDate lastDay) {
    return new Behavior(event, atLeast, new DateRange(lastDay.minusDays(days - 1L), lastDay));
  }

  /** All others; with this and the cohort itself a report is split in two. */
  default Cohort others() {
    return new Others(this);
  }

  /**
   * By profile.
   *
   * @param where an expression over the profile's properties
   */
  record Profiles(String where) implements Cohort {}

  /**
   * By behaviour.
   *
   * @param atLeast how many such events, at least 1
   * @param range the days in which they count
   */
  record Behavior(EventSelector event, int atLeast, DateRange range) implements Cohort {
    public Behavior {
      Checks.refuse(
          atLeast < 1,
          "Users who did an event at least " + atLeast + " times are all users.",
          "Give at least 1, or take the others of a cohort.");
    }
  }

  /**
   * All but these.
   *
   * @param cohort who is left out
   */
  record Others(Cohort cohort) implements Cohort {}
}
