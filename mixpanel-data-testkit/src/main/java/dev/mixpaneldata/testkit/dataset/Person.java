package dev.mixpaneldata.testkit.dataset;

import java.util.UUID;

/**
 * A visitor of the shop.
 *
 * @param index counted from 0
 * @param firstDay the day of the first visit, counted from the first day of the data; negative for
 *     those who came before
 * @param country the country of residence
 * @param city one of its towns
 * @param platform the platform used
 * @param signsUp whether they become a user at their first visit, which may still fail
 * @param loyalty the likelihood of a return compared with others; 1 is the middle
 * @param plan {@code free}, {@code plus} or {@code pro}
 * @param deviceId the id before they sign up
 */
record Person(
    int index,
    int firstDay,
    Country country,
    String city,
    Platform platform,
    boolean signsUp,
    double loyalty,
    String plan,
    String deviceId) {

  private static final int FIRST_USER = 10_000_000;
  private static final double SIGN_UP_RATE = 0.62;

  static Person draw(long seed, int index, int firstDay) {
    Chance chance = Chance.of(seed, index, -1);
    Country country = Country.draw(chance);
    String city = country.cities.get(chance.below(country.cities.size()));
    Platform platform = Platform.draw(chance, country);
    boolean signsUp = chance.hits(SIGN_UP_RATE);
    double loyalty = 0.4 + 1.2 * chance.unit();
    double wealth = chance.unit();
    String plan = wealth < 0.7 ? "free" : wealth < 0.92 ? "plus" : "pro";
    String device = new UUID(chance.next(), chance.next()).toString();
    return new Person(index, firstDay, country, city, platform, signsUp, loyalty, plan, device);
  }

  String userId() {
    return "user-" + (FIRST_USER + index);
  }

  String anonymousId() {
    return "$device:" + deviceId;
  }

  /** Returns whether Mixpanel has rewritten the events before the sign-up to the user's id. */
  boolean isRekeyed() {
    return index % 2 == 0;
  }
}
