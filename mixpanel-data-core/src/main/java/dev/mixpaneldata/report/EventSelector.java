package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Param;
import java.util.Optional;

/**
 * Events of one name, or those of them that a filter passes.
 *
 * @param event the event's name
 * @param where a filter in Mixpanel's expression language
 */
public record EventSelector(
    @Param(help = "Name of the event") String event,
    @Param(help = "Only those that this expression is true for") Optional<String> where) {
  public EventSelector {
    Expressions.checkWhere("where", where);
    Checks.named("The event's name", event);
  }

  /** All events of this name. */
  public static EventSelector of(String event) {
    return new EventSelector(event, Optional.empty());
  }
}
