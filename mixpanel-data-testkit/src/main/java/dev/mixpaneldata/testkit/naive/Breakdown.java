package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A split of events by a value. A segment has the name that {@code string(…)} gives its value, so
 * that the number 1 and the text "1" are one segment. {@code null} and {@code undefined} keep these
 * names, and objects are named by their JSON. An event with a list is in the segment of each
 * element, once; an empty list is in {@code undefined}.
 */
final class Breakdown {
  private static final String UNDEFINED = "undefined";

  private final NaiveProject project;
  private final Expression on;
  private final Evaluator evaluator;

  Breakdown(NaiveProject project, Expression on, Evaluator evaluator) {
    this.project = project;
    this.on = on;
    this.evaluator = evaluator;
  }

  /** Returns the segments of an event, at least one. */
  Set<String> segments(NaiveEvent event) {
    Value value = project.value(on, event);
    Set<String> names = new LinkedHashSet<>();
    if (value instanceof Value.Elements list) {
      list.values().forEach(element -> names.add(name(element)));
      if (names.isEmpty()) {
        names.add(UNDEFINED);
      }
    } else {
      names.add(name(value));
    }
    return names;
  }

  private String name(Value value) {
    if (value instanceof Value.Fields || value instanceof Value.Elements) {
      return ValueText.json(value);
    }
    Value text = evaluator.toText(value);
    if (text instanceof Value.Text known) {
      return known.value();
    }
    return text == Value.Empty.NULL ? "null" : UNDEFINED;
  }
}
