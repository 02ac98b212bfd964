package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.internal.binding.BracketedText;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import java.util.Optional;

/**
 * The events of one name, optionally only those that pass a filter.
 *
 * @param event the event's name
 * @param where a filter in Mixpanel's expression language
 */
public record EventSelector(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(
            help = "Only events that this is true for, such as amount > 10",
            suggests = Suggested.FILTER)
        Optional<String> where) {
  public EventSelector {
    where = Expressions.where("where", where);
    Checks.visible("The event's name", event);
  }

  /**
   * Reads {@code Purchase} or {@code Purchase[properties["amount"] > 10]}. A name that itself ends
   * in brackets cannot be written so.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT}, with the place in the whole text
   */
  public static EventSelector parse(String text) {
    String whole = text.strip();
    int open = whole.indexOf('[');
    if (open <= 0) {
      return of(whole);
    }
    String name = whole.substring(0, open).strip();
    if (!whole.endsWith("]")) {
      Checks.refuse(
          BracketedText.isOpen(whole),
          "The bracket after '" + name + "' is not closed:\n  " + whole,
          "Write " + name + "[properties[\"name\"] == \"value\"].");
      return of(whole);
    }
    String inside = whole.substring(open + 1, whole.length() - 1);
    try {
      Expression.readInside(whole.substring(0, open + 1), inside, "]");
    } catch (MixpanelDataException e) {
      throw e.withNextSteps(
          Hint.and(
              e.nextSteps(),
              "If the brackets belong to the event's name, give {\"event\": \"…\"}."));
    }
    return new EventSelector(name, Optional.of(inside.strip()));
  }

  /** Selects all events of this name. */
  public static EventSelector of(String event) {
    return new EventSelector(event, Optional.empty());
  }
}
