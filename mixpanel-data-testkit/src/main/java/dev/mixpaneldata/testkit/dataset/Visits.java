package dev.mixpaneldata.testkit.dataset;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The events of visits, one day after another. Used by one thread. */
final class Visits {

  private static final double ONBOARDING_RATE = 0.72;
  private static final double FIRST_CART_RATE = 0.55;
  private static final double FIRST_PURCHASE_RATE = 0.5;
  private static final double SECOND_SESSION_RATE = 0.35;
  private static final double SEARCH_RATE = 0.6;
  private static final double CART_RATE = 0.25;
  private static final double PURCHASE_RATE = 0.45;
  private static final double COMPLAINT_RATE = 0.01;
  private static final long HOUR_MILLIS = 3_600_000L;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /** The activity in each hour of the people's own day. */
  private static final double[] HOURS = {
    0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 1.0, 1.4, 1.5, 1.5, 1.6,
    1.9, 1.7, 1.5, 1.5, 1.6, 1.9, 2.3, 2.8, 3.0, 2.6, 1.7, 0.8
  };

  private static final double BUSIEST = 3.0;

  private final Population population;
  private final LocalDate from;
  private final long[] lastSeen;
  private final int[] orders;
  private final EventDraft draft = new EventDraft();
  private final LineBuffer out = new LineBuffer(1 << 20);
  private final DataQuirks oddities;
  private Chance chance = Chance.of(0, 0, 0);
  private long time;
  private long dayEnd;
  private int place;

  Visits(Population population, LocalDate from) {
    this.population = population;
    this.from = from;
    this.lastSeen = new long[population.users()];
    this.orders = new int[population.users()];
    this.oddities = new DataQuirks(population.seed(), out);
  }

  /** Returns the lines of a day, counted from 0; the buffer is reused for the next day. */
  LineBuffer day(int day) {
    out.clear();
    long dayStart = from.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    dayEnd = dayStart + DAY_MILLIS;
    for (int index = 0; index < population.users(); index++) {
      int firstDay = population.firstDay(index);
      if (firstDay == day || (firstDay < day && population.returns(index, firstDay, day))) {
        visit(population.person(index), day, dayStart);
      }
    }
    oddities.finishDay();
    return out;
  }

  /** Returns the time of a person's last event, in milliseconds; 0 for none. */
  long lastSeenMillis(int index) {
    return lastSeen[index];
  }

  /** Returns the number of a person's purchases. */
  int orders(int index) {
    return orders[index];
  }

  private void visit(Person person, int day, long dayStart) {
    chance = Chance.of(population.seed(), ~person.index(), day);
    EventWriter writer = new EventWriter(person);
    place = 0;
    time = dayStart + hour(person.country()) * HOUR_MILLIS + chance.below((int) HOUR_MILLIS);
    if (person.firstDay() == day) {
      firstSession(writer);
    } else {
      draft.identified = population.isUser(person);
      session(writer);
    }
    if (chance.hits(SECOND_SESSION_RATE)) {
      time += chance.between(1, 4) * HOUR_MILLIS;
      session(writer);
    }
  }

  private void firstSession(EventWriter writer) {
    draft.identified = false;
    open(writer);
    browse(writer);
    if (population.failsToSignUp(writer.person())) {
      begin("Sign Up Failed");
      Details.failedToSignUp(draft.details);
      write(writer);
    } else if (writer.person().signsUp()) {
      becomeUser(writer);
    }
  }

  /** Writes the funnel: each step only after the one before, and fewer at each. */
  private void becomeUser(EventWriter writer) {
    draft.identified = true;
    begin("Sign Up");
    Details.signedUp(draft.details, chance);
    write(writer);
    if (chance.hits(ONBOARDING_RATE)) {
      begin("Onboarding Complete");
      Details.onboarded(draft.details, chance);
      write(writer);
      if (chance.hits(FIRST_CART_RATE)) {
        shop(writer, FIRST_PURCHASE_RATE);
      }
    }
  }

  private void session(EventWriter writer) {
    open(writer);
    browse(writer);
    if (draft.identified && chance.hits(CART_RATE)) {
      shop(writer, PURCHASE_RATE);
    }
    if (chance.hits(COMPLAINT_RATE)) {
      begin("Réclamation \\\"urgente\\\" 🙁");
      Details.complained(draft.details, chance);
      write(writer);
    }
  }

  private void open(EventWriter writer) {
    begin(writer.person().platform() == Platform.WEB ? "Page Viewed" : "App Opened");
    Details.opened(draft.details, chance);
    write(writer);
  }

  private void browse(EventWriter writer) {
    if (chance.hits(SEARCH_RATE)) {
      begin("Search");
      Details.searched(draft.details, chance);
      write(writer);
    }
    for (int count = chance.between(1, 4); count > 0; count--) {
      begin("Item Viewed");
      Details.viewed(draft.details, chance);
      write(writer);
    }
  }

  private void shop(EventWriter writer, double purchaseRate) {
    begin("Add to Cart");
    Details.addedToCart(draft.details, chance);
    write(writer);
    if (chance.hits(purchaseRate)) {
      begin("Purchase");
      Details.purchased(draft.details, chance, time);
      if (write(writer)) {
        orders[writer.person().index()]++;
      }
    }
  }

  private void begin(String name) {
    draft.begin(name, time);
  }

  /** Writes the draft and moves on in time; returns false if the day is over. */
  private boolean write(EventWriter writer) {
    if (time >= dayEnd) {
      return false;
    }
    Person person = writer.person();
    boolean rekeyed = person.isRekeyed() && population.isUser(person);
    oddities.write(draft, writer, rekeyed, place, chance);
    lastSeen[person.index()] = time;
    place++;
    time += chance.between(3_000, 180_000);
    return true;
  }

  private int hour(Country country) {
    int local = chance.below(HOURS.length);
    while (chance.unit() * BUSIEST >= HOURS[local]) {
      local = chance.below(HOURS.length);
    }
    return Math.floorMod(local - country.hoursFromUtc, HOURS.length);
  }
}
