package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * How many users were active in the days up to each day: daily, weekly or monthly active users with
 * 1, 7 or 30 days (page on Insights), or all since the first day.
 *
 * @param events the events that make a user active; any where none are named
 * @param days how many days, the day itself included; all since the first day of the range where
 *     not given
 */
public record ActiveUsersRequest(
    @Flatten DateRange range,
    @Param(help = "Only events of these names make a user active") List<String> events,
    @Param(help = "Only events that this expression is true for") Optional<String> where,
    @Param(help = "How many days up to each day; all since the first day if not said")
        Optional<Integer> days) {
  /** A year and a day; more days than any report of Mixpanel looks back. */
  private static final int MOST_DAYS = 366;

  public ActiveUsersRequest {
    events = List.copyOf(events);
    Expressions.checkWhere("where", where);
    Checks.refuse(
        days.filter(n -> n < 1 || n > MOST_DAYS).isPresent(),
        "Users cannot be active in " + days.orElse(0) + " days.",
        "Choose 1 to " + MOST_DAYS + " days, such as 1, 7 or 30.");
  }

  /** Users active by any event in so many days up to each day. */
  public static ActiveUsersRequest of(DateRange range, int days) {
    return new ActiveUsersRequest(range, List.of(), Optional.empty(), Optional.of(days));
  }

  /** Users that were active since the first day, by any event. */
  public static ActiveUsersRequest cumulative(DateRange range) {
    return new ActiveUsersRequest(range, List.of(), Optional.empty(), Optional.empty());
  }
}
