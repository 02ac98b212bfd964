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
 * flows). Each user counts with the first such event in the range, and with the first one of each
 * further event after it.
 *
 * @param events the events that paths are drawn around; users do them one after the other
 * @param days dates, or the last days; they bound the first event
 * @param where a filter of all events of a flow
 * @param forward the number of events after each of them
 * @param reverse the number of events before each of them
 * @param branches the number of events that each step names; the rarer ones are combined as {@link
 *     FlowResult#OTHER}
 * @param windowDays the longest time before and after the first event for others, in days of 24
 *     hours
 * @param hidden events to skip
 * @param exclusions events whose users are left out if they do one of them in that time
 * @param view the rows of the answer
 */
@WithBuilder
public record FlowRequest(
    @Param(
            help =
                "Event that paths begin or end at, such as Signup or Purchase[properties[\"amount\"]"
                    + " > 10]; several are done one after the other",
            name = "event",
            alias = "events",
            required = true,
            suggests = Suggested.EVENTS)
        List<FlowAnchor> events,
    @Flatten ReportDays days,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Number of events after it", defaultValue = "3") int forward,
    @Param(help = "Number of events before it", defaultValue = "0") int reverse,
    @Param(help = "Number of events to name at each step", defaultValue = "3") int branches,
    @Param(help = "Maximum number of days of a path", defaultValue = "30") int windowDays,
    @Param(help = "Events to leave out", suggests = Suggested.EVENTS) List<String> hidden,
    @Param(help = "Events whose users are left out", suggests = Suggested.EVENTS)
        List<String> exclusions,
    @Param(
            help =
                "Show the users from event to event (graph), the most common whole paths (paths), or"
                    + " the branches of all paths (tree)",
            defaultValue = "graph")
        FlowView view)
    implements FlowRequestBuilder.With, DatedRequest {
  private static final int MOST_STEPS = 20;

  public FlowRequest {
    events = List.copyOf(events);
    where = Expressions.where("where", where);
    hidden = List.copyOf(hidden);
    exclusions = List.copyOf(exclusions);
    Checks.refuse(events.isEmpty(), "No event is given.", "Give at least one.");
    hidden.forEach(name -> Checks.visible("The name of a hidden event", name));
    exclusions.forEach(name -> Checks.visible("The name of an excluded event", name));
    for (FlowAnchor anchor : events) {
      int after = anchor.forward().orElse(forward);
      int before = anchor.reverse().orElse(reverse);
      Checks.refuse(
          after < 0 || before < 0 || after + before > MOST_STEPS,
          "forward is " + after + " and reverse is " + before + ".",
          "Choose 0 to " + MOST_STEPS + " in all.");
      Checks.refuse(
          exclusions.contains(anchor.event()) || hidden.contains(anchor.event()),
          "'" + anchor.event() + "' is both an event of the paths and left out.",
          "Leave it out of hidden and exclusions.");
    }
    Checks.refuse(
        shownEvents(events, forward, reverse) == 0,
        "No events before or after are requested: forward and reverse are 0.",
        "Choose 1 to " + MOST_STEPS + ".");
    Checks.refuse(
        branches < 1 || branches > 100, "branches is " + branches + ".", "Choose 1 to 100.");
    Checks.refuse(
        windowDays < 1 || windowDays > ConversionWindow.MAX_DAYS,
        "The window is " + windowDays + " days.",
        "Choose 1 to " + ConversionWindow.MAX_DAYS + ".");
  }

  private static int shownEvents(List<FlowAnchor> events, int forward, int reverse) {
    return events.stream()
        .mapToInt(a -> a.forward().orElse(forward) + a.reverse().orElse(reverse))
        .sum();
  }

  /** Creates a request for the three events after an event, with Mixpanel's defaults. */
  public static FlowRequest of(String event, DateRange range) {
    return around(List.of(FlowAnchor.of(event)), range);
  }

  /** Creates a request for the three events after each of several, with Mixpanel's defaults. */
  public static FlowRequest around(List<FlowAnchor> events, DateRange range) {
    return new FlowRequest(
        events,
        ReportDays.of(range),
        Optional.empty(),
        3,
        0,
        3,
        30,
        List.of(),
        List.of(),
        FlowView.GRAPH);
  }

  @Override
  public FlowRequest during(DateRange range) {
    return with(r -> r.days(ReportDays.of(range)));
  }

  /** Returns the number of events after an event, the first being number 0. */
  public int forwardOf(int anchor) {
    return events.get(anchor).forward().orElse(forward);
  }

  /** Returns the number of events before an event, the first being number 0. */
  public int reverseOf(int anchor) {
    return events.get(anchor).reverse().orElse(reverse);
  }
}
