package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/** Some of the users, by what their profiles say or by what they did. */
public sealed interface Cohort {
  /**
   * Reads {@code did Purchase[properties["amount"] > 10] at least 3 times in the last 30 days},
   * where all after the event may be missing, or else an expression over profiles; {@code not did
   * …} are the others.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} where it is neither
   */
  static Cohort parse(String text) {
    return CohortText.read(text);
  }

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

  /** Those who are in both. */
  default Cohort and(Cohort other) {
    return new Both(this, other);
  }

  /**
   * By profile.
   *
   * @param where an expression over the profile's properties
   */
  record Profiles(String where) implements Cohort {
    public Profiles {
      Expressions.checkWhere("cohort", Optional.of(where));
    }
  }

  /**
   * By behaviour.
   *
   * @param atLeast how many such events, at least 1
   * @param range the days in which they count
   */
  record Behavior(EventSelector event, int atLeast, DateRange range) implements Cohort {
    public Behavior {
      requireSome(atLeast);
    }
  }

  /**
   * By behaviour in the last days of the table, as it is now.
   *
   * @param atLeast how many such events, at least 1
   * @param days how many days, up to and with the last that the table was fetched for; all of the
   *     table where absent
   */
  record RecentBehavior(EventSelector event, int atLeast, Optional<Integer> days)
      implements Cohort {
    public RecentBehavior {
      requireSome(atLeast);
      Checks.refuse(
          days.filter(n -> n < 1).isPresent(),
          "A cohort of what users did in the last " + days.orElse(0) + " days is empty.",
          "Give at least one day.");
    }
  }

  /**
   * All but these.
   *
   * @param cohort who is left out
   */
  record Others(Cohort cohort) implements Cohort {}

  /** Those in one and the other. */
  record Both(Cohort one, Cohort other) implements Cohort {}

  private static void requireSome(int atLeast) {
    Checks.refuse(
        atLeast < 1,
        "Users who did an event at least " + atLeast + " times are all users.",
        "Give at least 1, or take the others of a cohort.");
  }
}
