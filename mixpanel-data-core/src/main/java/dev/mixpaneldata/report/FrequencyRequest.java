package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.util.Optional;

/**
 * Asks in how many hours or days of each day, week or month users were active.
 *
 * @param addictionUnit the part counted within each unit, by Mixpanel's name
 * @param event the event that makes a user active; any unless given
 */
@WithBuilder
public record FrequencyRequest(
    @Flatten DateRange range,
    @Param(help = "Length of time of a row", defaultValue = "day") CalendarUnit unit,
    @Param(
            help = "What is counted within a row: active hours, or active days",
            defaultValue = "hour")
        HourOrDay addictionUnit,
    @Param(help = "Event that makes a user active; any by default", suggests = Suggested.EVENTS)
        Optional<String> event,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(
            help = "Split by this property: its name, or an expression",
            suggests = Suggested.PROPERTIES)
        Optional<String> on,
    @Param(help = "Maximum number of segments when split") Optional<Integer> limit)
    implements FrequencyRequestBuilder.With {
  public FrequencyRequest {
    event.ifPresent(name -> Checks.named("The event's name", name));
    where = Expressions.where("where", where);
    Expressions.checkOn("on", on);
    Checks.limit(limit);
  }

  /** Creates a request for the active hours of each day, by any event. */
  public static FrequencyRequest of(DateRange range) {
    return of(range, CalendarUnit.DAY, HourOrDay.HOUR);
  }

  /** Creates a request for the active hours or days of each unit, by any event. */
  public static FrequencyRequest of(DateRange range, CalendarUnit unit, HourOrDay addictionUnit) {
    return new FrequencyRequest(
        range,
        unit,
        addictionUnit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
