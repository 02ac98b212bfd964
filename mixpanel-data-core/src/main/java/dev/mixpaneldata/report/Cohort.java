package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Optional;

/** A set of users, chosen by their profiles or by their events. */
public sealed interface Cohort {
  /**
   * Reads a cohort from text. It is {@code did Purchase[properties["amount"] > 10] at least 3 times
   * in the last 30 days}, where everything after the event is optional, or an expression over
   * profiles. {@code not did …} stands for the other users. Mixpanel alone knows {@code in cohort
   * 7}, which is saved there, and a definition in JSON. {@code … named Buyers} names any of them.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is neither
   */
  static Cohort parse(String text) {
    return CohortText.read(text);
  }

  /**
   * Returns the users whose profile makes this expression true; it reads {@code
   * properties["plan"]}.
   */
  static Cohort ofProfiles(String where) {
    return new Profiles(where);
  }

  /**
   * Returns the users who did an event at least {@code atLeast} times in the days up to and
   * including the last.
   */
  static Cohort whoDid(EventSelector event, int atLeast, int days, LocalDate lastDay) {
    return new Behavior(event, atLeast, new DateRange(lastDay.minusDays(days - 1L), lastDay));
  }

  /** Returns all other users; together with this cohort they split a report in two. */
  default Cohort others() {
    return new Others(this);
  }

  /** Returns the users in both cohorts. */
  default Cohort and(Cohort other) {
    return new Both(this, other);
  }

  /**
   * The users chosen by profile.
   *
   * @param where an expression over the profile's properties
   */
  record Profiles(String where) implements Cohort {
    public Profiles {
      where = Expressions.where("cohort", Optional.of(where)).orElseThrow();
    }
  }

  /**
   * The users chosen by behaviour.
   *
   * @param atLeast the least number of such events, at least 1
   * @param range the days in which they count
   */
  record Behavior(EventSelector event, int atLeast, DateRange range) implements Cohort {
    public Behavior {
      requireSome(atLeast);
    }
  }

  /**
   * The users chosen by behaviour in the last days of the table, as it is now.
   *
   * @param atLeast the least number of such events, at least 1
   * @param days the number of days, up to and including the last that the table was fetched for;
   *     all of the table if absent
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
   * All users but those of a cohort.
   *
   * @param cohort the users left out
   */
  record Others(Cohort cohort) implements Cohort {}

  /** The users in both of two cohorts. */
  record Both(Cohort one, Cohort other) implements Cohort {}

  /**
   * The users of a cohort saved at Mixpanel, which alone knows them.
   *
   * @param id its number, above 0
   */
  record Saved(long id) implements Cohort {
    public Saved {
      Checks.refuse(id < 1, "The id of the cohort is " + id + ".", "Ids are positive.");
    }
  }

  /**
   * The users of a cohort in Mixpanel's own form, which Mixpanel alone computes.
   *
   * @param definition an object with {@code selector} and {@code behaviors}
   */
  record Defined(Json definition) implements Cohort {
    public Defined {
      Checks.refuse(
          !Mappers.read(definition.text()).path("selector").isObject(),
          "The definition of the cohort is not a JSON object with a selector.",
          "Write it as {\"selector\": {\"operator\": \"and\", \"children\": [...]},"
              + " \"behaviors\": {...}}.");
    }
  }

  /** A cohort with the name that reports show. */
  record Named(String name, Cohort cohort) implements Cohort {
    public Named {
      Checks.visible("The name of a cohort", name);
    }
  }

  /** Returns whether Mixpanel alone knows its users. */
  default boolean isMixpanels() {
    if (this instanceof Others others) {
      return others.cohort().isMixpanels();
    }
    if (this instanceof Named named) {
      return named.cohort().isMixpanels();
    }
    if (this instanceof Both both) {
      return both.one().isMixpanels() || both.other().isMixpanels();
    }
    return this instanceof Saved || this instanceof Defined;
  }

  private static void requireSome(int atLeast) {
    Checks.refuse(
        atLeast < 1,
        "Users who did an event at least " + atLeast + " times are all users.",
        "Give at least 1, or use the users outside a cohort.");
  }
}
