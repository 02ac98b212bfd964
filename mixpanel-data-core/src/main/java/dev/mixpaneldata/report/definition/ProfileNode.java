package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.ListLiteral;
import dev.mixpaneldata.expression.Logical;
import dev.mixpaneldata.expression.LogicalOperator;
import dev.mixpaneldata.expression.PrefixOperator;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition on profiles as a tree of the selector of a cohort. */
final class ProfileNode {
  private ProfileNode() {}

  /**
   * Returns the tree of a condition, or of its contrary.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code CANNOT_ANSWER} if selectors cannot
   *     say it
   */
  static ObjectNode of(Expression condition, boolean wanted) {
    if (condition instanceof Logical chain) {
      boolean all = (chain.operator() == LogicalOperator.AND) == wanted;
      return joined(all, chain.operands().stream().map(o -> of(o, wanted)).toList());
    }
    if (condition instanceof Unary unary && unary.operator() == PrefixOperator.NOT) {
      return of(unary.operand(), !wanted);
    }
    return node(condition, wanted)
        .orElseThrow(
            () ->
                Inexpressible.of(
                    "The selector of a cohort cannot say: "
                        + (wanted ? "" : "not ")
                        + condition.text(),
                    "Compare properties of profiles with texts and numbers"));
  }

  private static ObjectNode joined(boolean all, List<ObjectNode> children) {
    ObjectNode node = Clauses.object().put("operator", all ? "and" : "or");
    node.set("children", Clauses.list(children));
    return node;
  }

  private static Optional<ObjectNode> node(Expression condition, boolean wanted) {
    if (condition instanceof Unary unary
        && unary.operator() == PrefixOperator.DEFINED
        && unary.operand() instanceof Accessor property) {
      return Optional.of(user(property).put("operator", wanted ? "defined" : "not defined"));
    }
    if (condition instanceof Binary in && in.operator() == InfixOperator.IN) {
      return membership(in, wanted);
    }
    return Comparison.of(condition)
        .filter(c -> c.property() instanceof Accessor && !c.asTime())
        .flatMap(c -> compared(c, wanted));
  }

  private static Optional<ObjectNode> membership(Binary in, boolean wanted) {
    if (in.left() instanceof StringLiteral part && in.right() instanceof Accessor property) {
      return Optional.of(
          compared(property, wanted ? "in" : "not in", TextNode.valueOf(part.value()), "string"));
    }
    if (!(in.left() instanceof Accessor property) || !(in.right() instanceof ListLiteral list)) {
      return Optional.empty();
    }
    List<ObjectNode> nodes = new ArrayList<>();
    for (Expression element : list.elements()) {
      nodes.add(of(new Binary(InfixOperator.EQUAL, property, element), wanted));
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(joined(!wanted, nodes));
  }

  private static Optional<ObjectNode> compared(Comparison comparison, boolean wanted) {
    Accessor property = (Accessor) comparison.property();
    InfixOperator operator = comparison.operator();
    boolean equality = operator == InfixOperator.EQUAL || operator == InfixOperator.NOT_EQUAL;
    if (equality && comparison.constant() instanceof StringLiteral text) {
      return Optional.of(
          compared(property, equal(operator, wanted), TextNode.valueOf(text.value()), "string"));
    }
    Optional<JsonNode> number =
        comparison.number().map(n -> DecimalNode.valueOf(FilterClause.plain(n)));
    if (equality) {
      return number.map(n -> compared(property, equal(operator, wanted), n, "number"));
    }
    // The contrary of an order is true of profiles without the property, which no node says.
    return wanted ? number.map(n -> ordered(property, operator, n)) : Optional.empty();
  }

  private static String equal(InfixOperator operator, boolean wanted) {
    return (operator == InfixOperator.EQUAL) == wanted ? "==" : "!=";
  }

  /** Returns an order; selectors know {@code <} and {@code >} alone. */
  private static ObjectNode ordered(Accessor property, InfixOperator operator, JsonNode number) {
    boolean less = operator == InfixOperator.LESS || operator == InfixOperator.LESS_OR_EQUAL;
    ObjectNode strict = compared(property, less ? "<" : ">", number, "number");
    return operator == InfixOperator.LESS || operator == InfixOperator.GREATER
        ? strict
        : joined(false, List.of(strict, compared(property, "==", number, "number")));
  }

  private static ObjectNode compared(
      Accessor property, String operator, JsonNode operand, String type) {
    ObjectNode node = user(property).put("operator", operator);
    node.set("operand", operand);
    return node.put("type", type);
  }

  private static ObjectNode user(Accessor property) {
    return Clauses.object().put("property", "user").put("value", PropertyName.of(property).name());
  }
}
