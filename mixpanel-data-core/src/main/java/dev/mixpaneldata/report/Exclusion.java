package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * An event that ends a passage through a funnel when it happens between two steps.
 *
 * @param event the event's name
 * @param where a filter in Mixpanel's expression language
 * @param fromStep the step after which it counts, from 1; the first by default
 * @param toStep the step before which it counts; the last by default
 */
@WithBuilder
public record Exclusion(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(
            help = "Only events that this is true for, such as amount > 10",
            suggests = Suggested.FILTER)
        Optional<String> where,
    @Param(help = "It counts after this step; the first step is 1") Optional<Integer> fromStep,
    @Param(help = "It counts until this step") Optional<Integer> toStep)
    implements ExclusionBuilder.With {
  public Exclusion {
    Checks.visible("The event's name", event);
    where = Expressions.where("where", where);
    int from = fromStep.orElse(1);
    if (from < 1 || toStep.filter(to -> to <= from).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The exclusion of '" + event + "' does not lie between two steps.",
          "Count steps from 1; to_step comes after from_step.");
    }
  }

  /** Reads {@code Cancel} or {@code Cancel[properties["reason"] == "price"]}. */
  public static Exclusion parse(String text) {
    EventSelector selector = EventSelector.parse(text);
    return new Exclusion(selector.event(), selector.where(), Optional.empty(), Optional.empty());
  }

  /** Excludes an event anywhere between the first and the last step. */
  public static Exclusion of(String event) {
    return new Exclusion(event, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
