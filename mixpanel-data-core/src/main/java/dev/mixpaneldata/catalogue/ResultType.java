package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.chart.Chartable;
import java.util.List;

/**
 * The type of an operation's result.
 *
 * @param element the result's class, or that of its elements
 * @param list whether the result is a list of them
 * @param <R> the result as Java sees it
 */
public record ResultType<R>(Class<?> element, boolean list) {
  /** Returns the type of one value of this class. */
  public static <R> ResultType<R> of(Class<R> type) {
    return new ResultType<>(type, false);
  }

  /** Returns the type of a list of values of this class. */
  public static <E> ResultType<List<E>> listOf(Class<E> element) {
    return new ResultType<>(element, true);
  }

  /** Returns whether the result can be drawn as a chart. */
  public boolean isCharted() {
    return !list && Chartable.class.isAssignableFrom(element);
  }

  /** Returns the type as the reference shows it: {@code TableInfo[]}. */
  @Override
  public String toString() {
    return element.getSimpleName() + (list ? "[]" : "");
  }
}
