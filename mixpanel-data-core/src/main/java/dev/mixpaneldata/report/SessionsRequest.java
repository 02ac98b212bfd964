package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks how often users come, for how long, and how much they do. A session is a user's events with
 * no pause longer than the time-out between them; it ends at midnight (page on sessions).
 *
 * @param events the events that sessions are made of; any event if none is named
 * @param timeout the longest pause in a session, inclusive; up to a day
 * @param unit sessions are counted in the bucket in which they begin
 */
@WithBuilder
public record SessionsRequest(
    @Flatten DateRange range,
    @Param(help = "Only events with these names make a session", suggests = Suggested.EVENTS)
        List<String> events,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Longest pause between two events of a session", defaultValue = "30m")
        Duration timeout,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit)
    implements SessionsRequestBuilder.With {
  /** Mixpanel's own time-out in projects that set none (page on sessions). */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

  public SessionsRequest {
    events = List.copyOf(events);
    where = Expressions.where("where", where);
    Checks.refuse(
        timeout.toMillis() < 1 || timeout.compareTo(Duration.ofDays(1)) > 0,
        "The time-out of sessions is " + timeout + ".",
        "Choose up to a day, such as 30m.");
  }

  /** Creates a request for the sessions of each day, of any events, with Mixpanel's time-out. */
  public static SessionsRequest of(DateRange range) {
    return new SessionsRequest(range, List.of(), Optional.empty(), DEFAULT_TIMEOUT, BucketUnit.DAY);
  }
}
