package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the number of users active in the days up to each day. These are daily, weekly and
 * monthly active users with 1, 7 and 30 days (page on Insights), and all since the first day.
 *
 * @param events the events that make a user active; any event if none is named
 * @param days the number of days, the day itself included; each is a series of its own
 * @param cumulative whether to give all users since the first day of the range, too
 */
@WithBuilder
public record ActiveUsersRequest(
    @Flatten DateRange range,
    @Param(help = "Only events with these names make a user active", suggests = Suggested.EVENTS)
        List<String> events,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(
            help =
                "Days of a window that ends with each day: 1, 7 and 30 are daily, weekly"
                    + " and monthly users",
            defaultValue = "1")
        List<Integer> days,
    @Param(help = "Also all users since the first day") boolean cumulative)
    implements ActiveUsersRequestBuilder.With {
  /** The greatest number of days: a year and a day, more than any report of Mixpanel looks back. */
  private static final int MOST_DAYS = 366;

  public ActiveUsersRequest {
    events = List.copyOf(events);
    days = days.stream().distinct().sorted().toList();
    where = Expressions.where("where", where);
    for (int n : days) {
      Checks.refuse(
          n < 1 || n > MOST_DAYS,
          "The window of active users is " + n + " days.",
          "Choose 1 to " + MOST_DAYS + " days, such as 1, 7 or 30.");
    }
    Checks.refuse(
        days.isEmpty() && !cumulative, "No days are given.", "Give days, such as 1, 7 or 30.");
  }

  /**
   * Creates a request for users active by any event in the given number of days up to each day;
   * several numbers give several series.
   */
  public static ActiveUsersRequest of(DateRange range, Integer... days) {
    return new ActiveUsersRequest(range, List.of(), Optional.empty(), Arrays.asList(days), false);
  }

  /** Creates a request for the users active since the first day, by any event. */
  public static ActiveUsersRequest cumulative(DateRange range) {
    return new ActiveUsersRequest(range, List.of(), Optional.empty(), List.of(), true);
  }
}
