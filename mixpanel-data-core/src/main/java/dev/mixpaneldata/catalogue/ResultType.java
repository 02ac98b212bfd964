package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.chart.Charted;
import java.util.List;

/**
 * What an operation gives.
 *
 * @param element the result's class, or that of its elements
 * @param list whether the result is a list of them
 * @param <R> the result as Java sees it
 */
public record ResultType<R>(Class<?> element, boolean list) {
  /** One value of this class. */
  public static <R> ResultType<R> of(Class<R> type) {
    return new ResultType<>(type, false);
  }

  /** A list of values of this class. */
  public static <E> ResultType<List<E>> listOf(Class<E> element) {
    return new ResultType<>(element, true);
  }

  /** Whether it can be drawn. */
  public boolean isCharted() {
    return !list && Charted.class.isAssignableFrom(element);
  }

  /** As the reference shows it: {@code TableInfo[]}. */
  @Override
  public String toString() {
    return element.getSimpleName() + (list ? "[]" : "");
  }
}
