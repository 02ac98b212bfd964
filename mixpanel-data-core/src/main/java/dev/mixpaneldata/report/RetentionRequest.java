package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks how many of the users who did one event came back for another.
 *
 * @param returnEvent the event to come back for; unless given, the first one again
 * @param days the days in which users do the first event: dates, or the last days
 * @param interval units in an interval
 * @param intervalCount intervals, the one that begins with the first event included
 * @param brackets the ends of intervals of different lengths, in units, exclusive and ascending;
 *     they replace {@code interval} and {@code intervalCount}
 * @param unboundedMode in which intervals a user counts, beside those in which they came back
 * @param where a filter of both events
 * @param on splits by properties of the returning event, as {@link Grouping#all} reads it
 */
@WithBuilder
public record RetentionRequest(
    @Param(help = "Event that a user begins with", suggests = Suggested.EVENTS) String bornEvent,
    @Param(
            help = "Event that a user comes back for; the one they begin with by default",
            suggests = Suggested.EVENTS)
        Optional<String> returnEvent,
    @Flatten ReportDays days,
    @Param(
            help = "Only first events that this is true for, such as plan == \"pro\"",
            suggests = Suggested.FILTER)
        Optional<String> bornWhere,
    @Param(
            help = "Only returning events that this is true for, such as amount > 10",
            suggests = Suggested.FILTER)
        Optional<String> returnWhere,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Unit of an interval, and of the rows", defaultValue = "day") CalendarUnit unit,
    @Param(help = "Units in an interval", defaultValue = "1") int interval,
    @Param(help = "Number of intervals; the first is number 0", defaultValue = "10")
        int intervalCount,
    @Param(
            help =
                "Ends of intervals of different lengths instead, in units, ascending: 1, 3, 7 is the"
                    + " first day, days 2 to 3 and days 4 to 7")
        List<Integer> brackets,
    @Param(
            help =
                "Whether a row has the users new in it (birth) or all users active in it"
                    + " (compounded)",
            defaultValue = "birth")
        RetentionType retentionType,
    @Param(
            help =
                "Whether intervals begin with the user's first event (rolling), or with days, weeks"
                    + " or months of the calendar",
            defaultValue = "rolling")
        RetentionAlignment alignment,
    @Param(
            help =
                "Count users also in all intervals before one in which they came back (carry_back),"
                    + " in all after it (carry_forward), or only without a gap"
                    + " (consecutive_forward)",
            defaultValue = "none")
        UnboundedMode unboundedMode,
    @Param(
            help = "Split by properties of the returning event" + Grouping.FORMS,
            suggests = Suggested.PROPERTIES)
        Optional<String> on,
    @Param(help = "Maximum number of segments when split") Optional<Integer> limit)
    implements RetentionRequestBuilder.With, DatedRequest {
  /** The longest interval of Mixpanel's API in days (Retention reference). */
  public static final int MAX_INTERVAL = 90;

  /** The greatest end of an interval, in units (retentionCustomBucketSizes). */
  public static final int MAX_BRACKET = 730;

  /** The days of a rolling month: "Month 1 = 30 to 60 days" (page on retention). */
  private static final int DAYS_OF_MONTH = 30;

  public RetentionRequest {
    Checks.visible("The event that a user begins with", bornEvent);
    returnEvent.ifPresent(name -> Checks.visible("The event that a user comes back for", name));
    bornWhere = Expressions.where("born_where", bornWhere);
    returnWhere = Expressions.where("return_where", returnWhere);
    where = Expressions.where("where", where);
    List<Grouping> by = Grouping.all(on);
    long cohorts = by.stream().filter(g -> g.users().isPresent()).count();
    Checks.refuse(
        cohorts > 0 && cohorts < by.size(),
        "Retention is split by cohorts and by properties at once.",
        "Split by one kind: Mixpanel takes no mix of them.");
    Checks.limit(limit);
    brackets = List.copyOf(brackets);
    int end = 0;
    for (int next : brackets) {
      Checks.refuse(
          next <= end || next > MAX_BRACKET,
          "The brackets are " + brackets + ".",
          "Give ascending ends from 1 to " + MAX_BRACKET + ", such as 1, 3, 7.");
      end = next;
    }
    Checks.refuse(
        interval < 1 || interval > MAX_INTERVAL,
        "The interval is " + interval + " units.",
        "Choose 1 to " + MAX_INTERVAL + ".");
    Checks.refuse(
        intervalCount < 1 || intervalCount > Checks.MAX_LIMIT,
        intervalCount + " intervals are requested.",
        "Choose 1 to " + Checks.MAX_LIMIT + ".");
    boolean twoEvents = returnEvent.filter(name -> !name.equals(bornEvent)).isPresent();
    Checks.refuse(
        retentionType == RetentionType.COMPOUNDED && (twoEvents || bornWhere.isPresent()),
        "Compounded retention takes one event, but two are described.",
        "Give its name as born_event and its filter as return_where.");
  }

  /** Creates a request for the new users of each day, over 10 intervals of a day. */
  public static RetentionRequest of(String bornEvent, String returnEvent, DateRange range) {
    return new RetentionRequest(
        bornEvent,
        Optional.of(returnEvent),
        ReportDays.of(range),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CalendarUnit.DAY,
        1,
        10,
        List.of(),
        RetentionType.BIRTH,
        RetentionAlignment.ROLLING,
        UnboundedMode.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /** Returns the number of intervals. */
  public int intervals() {
    return brackets.isEmpty() ? intervalCount : brackets.size();
  }

  /** Returns the units before an interval; those of the number of intervals end the last one. */
  public int begin(int number) {
    return number == 0 ? 0 : brackets.isEmpty() ? number * interval : brackets.get(number - 1);
  }

  /**
   * Returns the length of a rolling unit, which is fixed: clock changes and months do not alter it.
   */
  public Duration unitLength() {
    return Duration.ofDays(
        switch (unit) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> DAYS_OF_MONTH;
        });
  }

  /** Returns the whole condition of the first events. */
  public Optional<String> bornCondition() {
    return Expressions.both(where, bornWhere);
  }

  /** Returns the whole condition of the returning events. */
  public Optional<String> returnCondition() {
    return Expressions.both(where, returnWhere);
  }

  /** Returns the event to come back for. */
  public String returnEventOrBorn() {
    return returnEvent.orElse(bornEvent);
  }

  @Override
  public RetentionRequest during(DateRange range) {
    return with(r -> r.days(ReportDays.of(range)));
  }

  /** Returns what it is split by, the outermost first. */
  public List<Grouping> groupings() {
    return Grouping.all(on);
  }
}
