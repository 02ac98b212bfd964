package dev.mixpaneldata.bridge.ask;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sentence on the numbers of an answer. */
public final class Summary {
  private Summary() {}

  /**
   * Returns the line with the greatest mean, the row with the greatest last number, or, if the
   * question is about a funnel, its conversion.
   */
  public static Optional<String> of(String question, ToolNumbers numbers) {
    if (numbers.rows().isEmpty()) {
      return Optional.empty();
    }
    if (numbers.isOverTime()) {
      return Optional.of(greatestLine(numbers));
    }
    return Reading.Kind.of(question) == Reading.Kind.FUNNEL
        ? conversion(numbers)
        : Optional.of(greatestRow(numbers));
  }

  private static Optional<String> conversion(ToolNumbers numbers) {
    int last = numbers.columns().size() - 1;
    double first = number(numbers.rows().get(0).get(last));
    double end = number(numbers.rows().get(numbers.rows().size() - 1).get(last));
    return first > 0
        ? Optional.of(String.format(Locale.ROOT, "%.1f%% go all the way.", 100 * end / first))
        : Optional.empty();
  }

  private static String greatestRow(ToolNumbers numbers) {
    int last = numbers.columns().size() - 1;
    List<@Nullable Object> top = numbers.rows().get(0);
    for (List<@Nullable Object> row : numbers.rows()) {
      top = number(row.get(last)) > number(top.get(last)) ? row : top;
    }
    return top.get(0)
        + " has the highest "
        + numbers.columns().get(last)
        + ": "
        + top.get(last)
        + ".";
  }

  private static String greatestLine(ToolNumbers numbers) {
    int best = 1;
    double most = -1;
    for (int column = 1; column < numbers.columns().size(); column++) {
      double sum = 0;
      for (List<@Nullable Object> row : numbers.rows()) {
        sum += number(row.get(column));
      }
      if (sum > most) {
        most = sum;
        best = column;
      }
    }
    double mean = most / numbers.rows().size();
    String name = numbers.columns().get(best);
    return numbers.columns().size() > 2
        ? String.format(Locale.ROOT, "%s is the greatest, with %.1f a day on average.", name, mean)
        : String.format(Locale.ROOT, "%s: %.1f a day on average.", name, mean);
  }

  private static double number(@Nullable Object cell) {
    return cell instanceof Number number ? number.doubleValue() : 0;
  }
}
