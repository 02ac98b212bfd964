package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * An event that a flow is drawn around.
 *
 * @param event the event's name; {@code $session_start} and {@code $session_end} are the ends of
 *     Mixpanel's sessions
 * @param where a filter in Mixpanel's expression language
 * @param forward the number of events after it; unless given, that of the flow
 * @param reverse the number of events before it; unless given, that of the flow
 */
@WithBuilder
public record FlowAnchor(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(
            help = "Only events that this is true for, such as amount > 10",
            suggests = Suggested.FILTER)
        Optional<String> where,
    @Param(help = "Number of events after it") Optional<Integer> forward,
    @Param(help = "Number of events before it") Optional<Integer> reverse)
    implements FlowAnchorBuilder.With {
  public FlowAnchor {
    Checks.visible("The event's name", event);
    where = Expressions.where("where", where);
  }

  /** Reads {@code Purchase} or {@code Purchase[properties["amount"] > 10]}. */
  public static FlowAnchor parse(String text) {
    EventSelector selector = EventSelector.parse(text);
    return of(selector.event()).with(a -> a.where(selector.where()));
  }

  /** Draws a flow around all events of this name. */
  public static FlowAnchor of(String event) {
    return new FlowAnchor(event, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns whether it is an end of Mixpanel's sessions, and not an event. */
  public boolean isSession() {
    return event.equals("$session_start") || event.equals("$session_end");
  }
}
