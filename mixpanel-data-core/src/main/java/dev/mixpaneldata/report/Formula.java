package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Param;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula over the metrics of an Insights report: numbers, the letters of metrics, {@code + - * /
 * ^} and parentheses. The first metric is {@code A}, the 27th {@code BA}.
 *
 * @param definition the formula, such as {@code A/B*100}
 * @param name its name in the answer; unless given, the formula itself
 */
public record Formula(
    @Param(help = "The formula, such as A/B*100") String definition,
    @Param(help = "Its name in the answer") Optional<String> name) {
  private static final Pattern NAMED = Pattern.compile("(?<name>[^=]+)=(?<formula>[^=]+)");

  public Formula {
    FormulaParser.parse(definition);
    name.ifPresent(n -> Checks.visible("The name of a formula", n));
  }

  /** Reads {@code A/B*100} or {@code Conversion = A/B*100}. */
  public static Formula parse(String text) {
    Matcher named = NAMED.matcher(text);
    return named.matches()
        ? new Formula(named.group("formula").strip(), Optional.of(named.group("name").strip()))
        : of(text.strip());
  }

  /** Returns a formula that is named by its text. */
  public static Formula of(String definition) {
    return new Formula(definition, Optional.empty());
  }

  /** Returns its name in the answer. */
  public String title() {
    return name.orElse(definition);
  }

  /** Returns the places of the metrics that it reads, counted from 0. */
  public Set<Integer> operands() {
    return FormulaParser.parse(definition).operands();
  }

  /**
   * Returns the value for the values of the metrics; null if an operand is missing, or the value is
   * no finite number, as in a division by 0.
   */
  public @Nullable Double value(List<? extends @Nullable Number> metrics) {
    double value =
        FormulaParser.parse(definition)
            .tree()
            .value(
                place -> {
                  @Nullable Number operand = metrics.get(place);
                  return operand == null ? Double.NaN : operand.doubleValue();
                });
    return Double.isFinite(value) ? value : null;
  }

  /** Returns the letters of the metric at a place that is counted from 0. */
  public static String letters(int place) {
    StringBuilder letters = new StringBuilder();
    int rest = place;
    do {
      letters.insert(0, (char) ('A' + rest % 26));
      rest /= 26;
    } while (rest > 0);
    return letters.toString();
  }
}
