package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the events that follow an event, or lead to it, as Mixpanel's Flows show (page on
 * flows). Each user counts with the first such event in the range.
 *
 * @param event the event that paths begin or end at
 * @param forward the number of events after it
 * @param reverse the number of events before it
 * @param branches the number of events that each step names; the rarer ones are combined as {@link
 *     FlowResult#OTHER}
 * @param windowDays the longest time before and after the event for others, in days of 24 hours
 * @param hidden events to skip
 * @param view the rows of the answer
 */
@WithBuilder
public record FlowRequest(
    @Param(help = "Event that paths begin or end at", suggests = Suggested.EVENTS) String event,
    @Flatten DateRange range,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Number of events after it", defaultValue = "3") int forward,
    @Param(help = "Number of events before it", defaultValue = "0") int reverse,
    @Param(help = "Number of events to name at each step", defaultValue = "3") int branches,
    @Param(help = "Maximum number of days of a path", defaultValue = "30") int windowDays,
    @Param(help = "Events to leave out", suggests = Suggested.EVENTS) List<String> hidden,
    @Param(
            help =
                "Show the users from event to event (graph), or the most common whole paths (paths)",
            defaultValue = "graph")
        FlowView view)
    implements FlowRequestBuilder.With {
  private static final int MOST_STEPS = 20;

  public FlowRequest {
    Checks.named("The event's name", event);
    where = Expressions.where("where", where);
    hidden = List.copyOf(hidden);
    Checks.refuse(
        forward < 0 || reverse < 0 || forward + reverse < 1 || forward + reverse > MOST_STEPS,
        forward + " events after and " + reverse + " before are requested.",
        "Choose 1 to " + MOST_STEPS + " in all.");
    Checks.refuse(
        branches < 1 || branches > 100, branches + " branches are requested.", "Choose 1 to 100.");
    Checks.refuse(
        windowDays < 1 || windowDays > ConversionWindow.MAX_DAYS,
        "The window is " + windowDays + " days.",
        "Choose 1 to " + ConversionWindow.MAX_DAYS + ".");
  }

  /** Creates a request for the three events after an event, with Mixpanel's defaults. */
  public static FlowRequest of(String event, DateRange range) {
    return new FlowRequest(event, range, Optional.empty(), 3, 0, 3, 30, List.of(), FlowView.GRAPH);
  }
}
