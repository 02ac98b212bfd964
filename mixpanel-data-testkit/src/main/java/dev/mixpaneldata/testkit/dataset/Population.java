package dev.mixpaneldata.testkit.dataset;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The people of the shop and their visits. Every answer follows from the seed, the person and the
 * day alone, so that days can be made one after another and nothing has to be kept.
 */
final class Population {

  /**
   * The number of days before the data in which returning people may have made their first visit.
   */
  private static final int DAYS_BEFORE = 21;

  /** The growth in new people a day, as a share of the first day's number. */
  private static final double GROWTH = 0.012;

  /** The chance to return on the day after the first one. */
  private static final double RETURN_RATE = 0.40;

  /** The speed at which that chance fades with age. */
  private static final double FADING = -0.62;

  /** The factor by which people who did not sign up return less. */
  private static final double ANONYMOUS_RETURN = 0.25;

  private static final double GREATEST_LOYALTY = 1.6;
  private static final double GOLDEN_RATIO = 0.6180339887498949;

  private final long seed;
  private final int users;
  private final LocalDate from;
  private final Drop drop;
  private final double[] newcomers;
  private final double[] fading;
  private final double start;

  Population(long seed, int users, LocalDate from, int days, Drop drop) {
    this.seed = seed;
    this.users = users;
    this.from = from;
    this.drop = drop;
    this.newcomers = cumulativeNewcomers(from, days);
    this.fading = new double[days + DAYS_BEFORE + 1];
    Arrays.setAll(fading, age -> RETURN_RATE * Math.pow(age, FADING));
    this.start = Chance.of(seed, 0, -2).unit();
  }

  int users() {
    return users;
  }

  long seed() {
    return seed;
  }

  /**
   * Returns the day of the first visit. Days are spread by the golden ratio instead of by chance:
   * they differ by the trend and the week, and a drop stands out even among few people.
   */
  int firstDay(int index) {
    double place = (start + index * GOLDEN_RATIO) % 1;
    int found = Arrays.binarySearch(newcomers, place);
    return (found < 0 ? -found - 1 : found) - DAYS_BEFORE;
  }

  Person person(int index) {
    return Person.draw(seed, index, firstDay(index));
  }

  /** Returns whether a person visits again on a day after the first visit. */
  boolean returns(int index, int firstDay, int day) {
    double place = Chance.of(seed, index, day).unit();
    double chance = fading[day - firstDay] * weekday(from.plusDays(day));
    // Most people stay away on most days, so this is tested before the person is made.
    if (place >= chance * GREATEST_LOYALTY) {
      return false;
    }
    Person person = person(index);
    return place < chance * person.loyalty() * (isUser(person) ? 1 : ANONYMOUS_RETURN);
  }

  /** Returns whether the person became a user at the first visit. */
  boolean isUser(Person person) {
    return person.signsUp() && !failsToSignUp(person);
  }

  /** Returns whether the drop hits the person. */
  boolean failsToSignUp(Person person) {
    return person.signsUp()
        && from.plusDays(person.firstDay()).equals(drop.day())
        && person.country().code.equals(drop.countryCode())
        && person.platform().system.equals(drop.operatingSystem());
  }

  private static double[] cumulativeNewcomers(LocalDate from, int days) {
    double[] cumulative = new double[days + DAYS_BEFORE];
    double sum = 0;
    for (int index = 0; index < cumulative.length; index++) {
      double trend = 1 + GROWTH * index;
      sum += trend * weekday(from.plusDays(index - DAYS_BEFORE));
      cumulative[index] = sum;
    }
    for (int index = 0; index < cumulative.length; index++) {
      cumulative[index] /= sum;
    }
    return cumulative;
  }

  /** Returns the share of a weekday: people shop less at the weekend and most on Mondays. */
  private static double weekday(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return switch (weekday) {
      case MONDAY -> 1.12;
      case TUESDAY, WEDNESDAY, THURSDAY -> 1.05;
      case FRIDAY -> 0.95;
      case SATURDAY -> 0.75;
      case SUNDAY -> 0.8;
    };
  }
}
