package dev.mixpaneldata.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of a property: {@code properties["cart"]["items"][0]}.
 *
 * @param source the object that has the property
 * @param name the property's exact name, unescaped
 * @param steps the way into a value that is an object or a list; usually empty
 */
public record Accessor(PropertySource source, String name, List<Step> steps) implements Expression {
  /** Copies the steps. */
  public Accessor {
    steps = List.copyOf(steps);
  }

  /** Makes an accessor of a property's whole value. */
  public Accessor(PropertySource source, String name) {
    this(source, name, List.of());
  }

  /** Returns an accessor of the value under a key of the object that this one reads. */
  public Accessor at(String key) {
    return with(new Step.Key(key));
  }

  /** Returns an accessor of an element, counted from 0, of the list that this one reads. */
  public Accessor at(int position) {
    return with(new Step.Index(position));
  }

  private Accessor with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Accessor(source, name, longer);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitAccessor(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
