package dev.mixpaneldata.expression;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Trees of every shape, whether or not they make sense. */
final class RandomTrees {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "$city",
          "plan type",
          "a\"b",
          "back\\slash",
          "\\",
          "\\\"",
          "'",
          "tab\there",
          "two\nlines",
          "名前",
          "😀",
          "and",
          "properties[\"x\"]",
          "\u00a0");
  private static final List<String> NUMBERS =
      List.of("0", "1", "1.0", "1.50", "12345678901234567890", "1e5", "2E-3", "0.1e+10");
  private static final List<String> FUNCTIONS = List.of("upper", "if", "regex_match", "_x9");

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  Expression tree(int depth) {
    if (depth <= 1) {
      return leaf();
    }
    return switch (random.nextInt(8)) {
      case 0 -> leaf();
      case 1 -> new Unary(oneOf(List.of(PrefixOperator.values())), tree(depth - 1));
      case 2, 3 ->
          new Binary(oneOf(List.of(InfixOperator.values())), tree(depth - 1), tree(depth - 1));
      case 4, 5 ->
          new Logical(
              oneOf(List.of(LogicalOperator.values())), trees(2 + random.nextInt(3), depth));
      case 6 -> new ListLiteral(trees(random.nextInt(4), depth));
      default -> call(depth);
    };
  }

  private Expression call(int depth) {
    if (random.nextBoolean()) {
      return new FunctionCall(oneOf(FUNCTIONS), trees(random.nextInt(4), depth));
    }
    FunctionName function = oneOf(List.of(FunctionName.values()));
    return new FunctionCall(function.word(), trees(function.arity(), depth));
  }

  private List<Expression> trees(int count, int depth) {
    return Stream.generate(() -> tree(depth - 1)).limit(count).toList();
  }

  private Expression leaf() {
    return switch (random.nextInt(7)) {
      case 6 -> Now.NOW;
      case 0 -> new StringLiteral(oneOf(TEXTS));
      case 1 -> new NumberLiteral(oneOf(NUMBERS));
      case 2 -> new BooleanLiteral(random.nextBoolean());
      case 3 -> oneOf(List.of(EmptyLiteral.values()));
      default -> accessor();
    };
  }

  private Accessor accessor() {
    Accessor accessor = new Accessor(oneOf(List.of(PropertySource.values())), oneOf(TEXTS));
    while (random.nextInt(3) == 0) {
      accessor = random.nextBoolean() ? accessor.at(oneOf(TEXTS)) : accessor.at(random.nextInt(30));
    }
    return accessor;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
