package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import java.util.function.Consumer;

/** The one place where requests meet Mixpanel's expression language. */
public final class Expressions {
  private Expressions() {}

  /** Refuses a filter that is not an expression, before a query is spent on it. */
  public static void checkWhere(String parameter, Optional<String> where) {
    where.ifPresent(text -> check(parameter, text, Expression::parse));
  }

  /** Refuses what is neither a property's name nor an expression over properties. */
  public static void checkOn(String parameter, Optional<String> on) {
    on.ifPresent(text -> check(parameter, text, Expression::on));
  }

  /** What to split by as Mixpanel takes it: the name {@code plan} is {@code properties["plan"]}. */
  public static String on(String text) {
    return Expression.on(text).text();
  }

  /** A request may have several expressions; the message says which one is wrong. */
  private static void check(String parameter, String text, Consumer<String> parser) {
    try {
      parser.accept(text);
    } catch (MixpanelDataException e) {
      throw e.withMessage(parameter + ": " + e.getMessage());
    }
  }
}
