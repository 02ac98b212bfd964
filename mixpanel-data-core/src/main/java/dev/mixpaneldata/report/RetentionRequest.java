package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
import java.util.Optional;

/**
 * How many of those who did one event came back for another. Each {@code with…} step gives a new
 * request.
 *
 * @param returnEvent the event to come back for; the first one again if not given
 * @param range the days in which users do the first event
 * @param interval units in an interval
 * @param intervalCount intervals, the one that begins with the first event included
 * @param unbounded counts a user in an interval who came back in it or any later one
 * @param on splits by a property of the returning event
 */
public record RetentionRequest(
    @Param(help = "Event that a user begins with") String bornEvent,
    @Param(help = "Event that a user comes back for; the one they begin with by default")
        Optional<String> returnEvent,
    @Flatten DateRange range,
    @Param(help = "Only first events that this expression is true for") Optional<String> bornWhere,
    @Param(help = "Only returning events that this expression is true for")
        Optional<String> returnWhere,
    @Param(help = "Unit of an interval, and of the rows", defaultValue = "day") CalendarUnit unit,
    @Param(help = "Units in an interval", defaultValue = "1") int interval,
    @Param(help = "How many intervals, the first being number 0", defaultValue = "10")
        int intervalCount,
    @Param(
            help = "Whether a row has those new in it (birth), or all active in it (compounded)",
            defaultValue = "birth")
        RetentionType retentionType,
    @Param(
            help =
                "Whether intervals begin with the user's first event (rolling), or with days, weeks"
                    + " or months of the calendar (local tables only)",
            defaultValue = "rolling")
        RetentionAlignment alignment,
    @Param(help = "Count who came back in an interval or any later one") boolean unbounded,
    @Param(help = "Split by this property of the returning event: its name, or an expression")
        Optional<String> on,
    @Param(help = "Most segments to give when split") Optional<Integer> limit) {
  /** The longest interval of Mixpanel's API in days (Retention reference). */
  public static final int MAX_INTERVAL = 90;

  /** "Month 1 = 30 to 60 days" (page on retention): rolling months are 30 days. */
  private static final int DAYS_OF_MONTH = 30;

  public RetentionRequest {
    Checks.named("The event that a user begins with", bornEvent);
    returnEvent.ifPresent(name -> Checks.named("The event that a user comes back for", name));
    Expressions.checkWhere("born_where", bornWhere);
    Expressions.checkWhere("return_where", returnWhere);
    Expressions.checkOn("on", on);
    Checks.limit(limit);
    Checks.refuse(
        interval < 1 || interval > MAX_INTERVAL,
        "The interval is " + interval + " units.",
        "Choose 1 to " + MAX_INTERVAL + ".");
    Checks.refuse(
        intervalCount < 1 || intervalCount > Checks.MAX_LIMIT,
        intervalCount + " intervals are asked for.",
        "Choose 1 to " + Checks.MAX_LIMIT + ".");
    boolean twoEvents = returnEvent.filter(name -> !name.equals(bornEvent)).isPresent();
    Checks.refuse(
        retentionType == RetentionType.COMPOUNDED && (twoEvents || bornWhere.isPresent()),
        "Compounded retention knows one event, but two are described.",
        "Give its name as born_event and its filter as return_where.");
  }

  /** Those new on each day, over 10 intervals of a day. */
  public static RetentionRequest of(String bornEvent, String returnEvent, DateRange range) {
    return new RetentionRequest(
        bornEvent,
        Optional.of(returnEvent),
        range,
        Optional.empty(),
        Optional.empty(),
        CalendarUnit.DAY,
        1,
        10,
        RetentionType.BIRTH,
        RetentionAlignment.ROLLING,
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Intervals of one unit, this many. */
  public RetentionRequest withIntervals(CalendarUnit length, int count) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        returnWhere,
        length,
        1,
        count,
        retentionType,
        alignment,
        unbounded,
        on,
        limit);
  }

  public RetentionRequest withBornWhere(String expression) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        Optional.of(expression),
        returnWhere,
        unit,
        interval,
        intervalCount,
        retentionType,
        alignment,
        unbounded,
        on,
        limit);
  }

  public RetentionRequest withReturnWhere(String expression) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        Optional.of(expression),
        unit,
        interval,
        intervalCount,
        retentionType,
        alignment,
        unbounded,
        on,
        limit);
  }

  public RetentionRequest withType(RetentionType type) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        returnWhere,
        unit,
        interval,
        intervalCount,
        type,
        alignment,
        unbounded,
        on,
        limit);
  }

  public RetentionRequest withAlignment(RetentionAlignment intervals) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        returnWhere,
        unit,
        interval,
        intervalCount,
        retentionType,
        intervals,
        unbounded,
        on,
        limit);
  }

  public RetentionRequest withUnbounded() {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        returnWhere,
        unit,
        interval,
        intervalCount,
        retentionType,
        alignment,
        true,
        on,
        limit);
  }

  public RetentionRequest withOn(String property) {
    return new RetentionRequest(
        bornEvent,
        returnEvent,
        range,
        bornWhere,
        returnWhere,
        unit,
        interval,
        intervalCount,
        retentionType,
        alignment,
        unbounded,
        Optional.of(property),
        limit);
  }

  /** How long a rolling interval is, whatever clocks and calendars do. */
  public Duration intervalLength() {
    int days =
        switch (unit) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> DAYS_OF_MONTH;
        };
    return Duration.ofDays(days).multipliedBy(interval);
  }

  /** The event to come back for. */
  public String returnEventOrBorn() {
    return returnEvent.orElse(bornEvent);
  }
}
