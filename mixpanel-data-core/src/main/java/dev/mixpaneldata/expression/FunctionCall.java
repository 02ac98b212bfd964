package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.Optional;

/**
 * A function and its arguments: {@code number(properties["age"])}. Any name is allowed, since
 * Mixpanel knows more functions than its reference lists; only those of {@link FunctionName} have a
 * known meaning.
 */
public record FunctionCall(String name, List<Expression> arguments) implements Expression {
  /** Copies the arguments; refuses impossible names and a wrong number of arguments. */
  public FunctionCall {
    arguments = List.copyOf(arguments);
    if (!Keywords.canNameFunction(name)) {
      throw MixpanelDataException.invalidArgument(
          "'" + name + "' cannot name a function.",
          "Names have letters, digits and underscores, and words of the grammar are reserved.");
    }
    int given = arguments.size();
    FunctionName.named(name)
        .filter(function -> function.arity() != given)
        .ifPresent(
            function -> {
              throw MixpanelDataException.invalidArgument(
                  wrongCount(function, given), "Give as many arguments as the function takes.");
            });
  }

  /** Makes a call of a known function. */
  public FunctionCall(FunctionName function, Expression... arguments) {
    this(function.word(), List.of(arguments));
  }

  /** Returns the function with this name, if it is known. */
  public Optional<FunctionName> function() {
    return FunctionName.named(name);
  }

  static String wrongCount(FunctionName function, int given) {
    String arguments = function.arity() == 1 ? " argument" : " arguments";
    return function.word() + " takes " + function.arity() + arguments + ", not " + given + ".";
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitCall(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
