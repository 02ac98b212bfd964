package dev.mixpaneldata.testkit.expression;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.StringCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** The operators that compare. */
final class Comparisons {
  private final ExpressionOptions options;
  private final Casts casts;

  Comparisons(ExpressionOptions options, Casts casts) {
    this.options = options;
    this.casts = casts;
  }

  /** Returns whether two values are equal; values of different types never are. */
  boolean equal(Value left, Value right) {
    if (left instanceof Value.Text first && right instanceof Value.Text second) {
      return cased(first.value(), options.equality())
          .equals(cased(second.value(), options.equality()));
    } else if (left instanceof Value.Elements first && right instanceof Value.Elements second) {
      return equalElements(first.values(), second.values());
    } else if (left instanceof Value.Fields first && right instanceof Value.Fields second) {
      return equalFields(first.values(), second.values());
    }
    return left.equals(right);
  }

  private boolean equalElements(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!equal(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean equalFields(Map<String, Value> left, Map<String, Value> right) {
    return left.keySet().equals(right.keySet())
        && left.keySet().stream()
            .allMatch(
                key ->
                    equal(
                        left.getOrDefault(key, Value.Empty.UNDEFINED),
                        right.getOrDefault(key, Value.Empty.UNDEFINED)));
  }

  /** Compares two values; returns undefined if they have no order. */
  Value order(Value left, Value right, IntPredicate holds) {
    OptionalInt sign = compare(left, right);
    return sign.isPresent() ? new Value.Truth(holds.test(sign.getAsInt())) : Value.Empty.UNDEFINED;
  }

  private OptionalInt compare(Value left, Value right) {
    if (left instanceof Value.Numeric first && right instanceof Value.Numeric second) {
      return OptionalInt.of(Double.compare(first.value(), second.value()));
    } else if (left instanceof Value.Text first && right instanceof Value.Text second) {
      return OptionalInt.of(
          Arrays.compare(
              first.value().codePoints().toArray(), second.value().codePoints().toArray()));
    } else if (left instanceof Value.Datetime first && right instanceof Value.Datetime second) {
      return OptionalInt.of(first.value().compareTo(second.value()));
    } else if (options.readDatetimes()
        && left instanceof Value.Datetime
        && right instanceof Value.Text) {
      return compare(left, casts.toDatetime(right));
    } else if (options.readDatetimes()
        && left instanceof Value.Text
        && right instanceof Value.Datetime) {
      return compare(casts.toDatetime(left), right);
    }
    return OptionalInt.empty();
  }

  /** Returns whether a list has a value that is not a collection, or a text contains a text. */
  Value in(Value left, Value right) {
    if (left instanceof Value.Text part && right instanceof Value.Text whole) {
      return new Value.Truth(
          cased(whole.value(), options.equality())
              .contains(cased(part.value(), options.equality())));
    }
    boolean scalar =
        !(left instanceof Value.Elements)
            && !(left instanceof Value.Fields)
            && left != Value.Empty.UNDEFINED;
    if (scalar && right instanceof Value.Elements list) {
      return new Value.Truth(list.values().stream().anyMatch(element -> equal(left, element)));
    }
    return Value.Empty.UNDEFINED;
  }

  /** Returns whether a text begins or ends with another; undefined if one of them is not a text. */
  Value affix(Value left, Value right, BiPredicate<String, String> test) {
    return left instanceof Value.Text whole && right instanceof Value.Text part
        ? new Value.Truth(
            test.test(
                cased(whole.value(), options.affixes()), cased(part.value(), options.affixes())))
        : Value.Empty.UNDEFINED;
  }

  private static String cased(String text, StringCase stringCase) {
    return switch (stringCase) {
      case SENSITIVE -> text;
      case IGNORED ->
          text.codePoints()
              .map(Character::toLowerCase)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }
}
