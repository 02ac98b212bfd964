package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.Logical;
import dev.mixpaneldata.expression.LogicalOperator;
import dev.mixpaneldata.report.Cohort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as Mixpanel's filters.
 *
 * @param any whether one of the filters is enough; otherwise all must hold
 */
record Filters(List<ObjectNode> clauses, boolean any) {
  static final Filters NONE = new Filters(List.of(), false);

  Filters {
    clauses = List.copyOf(clauses);
  }

  /** Returns the filters of a condition; none without one. */
  static Filters of(Optional<String> where) {
    return where.map(text -> of(Expression.parse(text))).orElse(NONE);
  }

  /**
   * Returns the filters of a whole funnel or retention, which keep the users of the cohort too.
   * Mixpanel's server fails there without the name that a custom property does not have.
   */
  static List<ObjectNode> ofWhole(Optional<Cohort> cohort, Optional<String> where) {
    List<ObjectNode> all = new ArrayList<>(CohortClause.filters(cohort));
    for (ObjectNode clause : allOf(where)) {
      all.add(clause.has("value") ? clause : clause.putNull("value"));
    }
    return all;
  }

  /** Returns the filters of a condition for a place where all of them must hold. */
  static List<ObjectNode> allOf(Optional<String> where) {
    Filters filters = of(where);
    if (filters.any()) {
      throw Inexpressible.of(
          "The filters of a whole report must all hold, and 'or' joins some here.",
          "State the condition in brackets behind each event");
    }
    return filters.clauses();
  }

  private static Filters of(Expression condition) {
    LogicalOperator joined =
        condition instanceof Logical chain ? chain.operator() : LogicalOperator.AND;
    List<Expression> operands = new ArrayList<>();
    collect(condition, joined, operands);
    List<ObjectNode> clauses = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      Optional<ObjectNode> range =
          i + 1 < operands.size()
              ? range(operands.get(i), operands.get(i + 1), joined)
              : Optional.empty();
      clauses.add(range.isPresent() ? range.get() : clause(operands.get(i)));
      i += range.isPresent() ? 1 : 0;
    }
    return new Filters(clauses, joined == LogicalOperator.OR && clauses.size() > 1);
  }

  /** Flattens nested conditions that are joined by one word. */
  private static void collect(
      Expression condition, LogicalOperator operator, List<Expression> operands) {
    if (condition instanceof Logical chain && chain.operator() == operator) {
      chain.operands().forEach(operand -> collect(operand, operator, operands));
    } else {
      operands.add(condition);
    }
  }

  private static ObjectNode clause(Expression condition) {
    if (condition instanceof Logical chain && chain.operands().size() == 2) {
      Optional<ObjectNode> range =
          range(chain.operands().get(0), chain.operands().get(1), chain.operator());
      if (range.isPresent()) {
        return range.get();
      }
    }
    return FilterClause.of(condition);
  }

  /**
   * Returns one filter for {@code low <= p and p <= high} and for {@code p < low or p > high}, and
   * for days {@code first <= p and p < end} and their contrary.
   */
  private static Optional<ObjectNode> range(Expression a, Expression b, LogicalOperator joined) {
    boolean inside = joined == LogicalOperator.AND;
    Optional<Comparison> low =
        comparison(a, inside ? InfixOperator.GREATER_OR_EQUAL : InfixOperator.LESS);
    if (low.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> since = low.get().secondsFromNow();
    if (since.isPresent()) {
      return comparison(b, inside ? InfixOperator.LESS : InfixOperator.GREATER_OR_EQUAL)
          .filter(bound -> bound.property().equals(low.get().property()))
          .flatMap(Comparison::secondsFromNow)
          .flatMap(until -> relative(low.get().property(), inside, since.get(), until));
    }
    Optional<String> first = low.get().day();
    Optional<Comparison> high =
        comparison(
                b,
                first.isPresent()
                    ? inside ? InfixOperator.LESS : InfixOperator.GREATER_OR_EQUAL
                    : inside ? InfixOperator.LESS_OR_EQUAL : InfixOperator.GREATER)
            .filter(bound -> bound.property().equals(low.get().property()));
    if (first.isPresent()) {
      return high.flatMap(Comparison::day)
          .map(LocalDate::parse)
          .filter(end -> end.isAfter(LocalDate.parse(first.get())))
          .map(
              end ->
                  FilterClause.days(
                      low.get().property(), inside, LocalDate.parse(first.get()), end));
    }
    Optional<BigDecimal> least = low.get().number().filter(n -> !low.get().asTime());
    return high.filter(bound -> !bound.asTime())
        .flatMap(Comparison::number)
        .flatMap(most -> least.map(l -> FilterClause.range(low.get().property(), inside, l, most)));
  }

  private static Optional<ObjectNode> relative(
      Expression property, boolean inside, long since, long until) {
    if (since < 0 && until == 0) {
      return FilterClause.relative(property, inside, since);
    }
    return since == 0 && until > 0
        ? FilterClause.relative(property, inside, until)
        : Optional.empty();
  }

  private static Optional<Comparison> comparison(Expression condition, InfixOperator operator) {
    return Comparison.of(condition).filter(c -> c.operator() == operator);
  }
}
