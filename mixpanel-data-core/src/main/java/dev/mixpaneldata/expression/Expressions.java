package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks and conversions of the expressions in requests. */
public final class Expressions {
  private Expressions() {}

  /**
   * Refuses a filter that is not an expression, before a query is spent on it.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the parameter and the place of the
   *     mistake
   */
  public static void checkWhere(String parameter, Optional<String> where) {
    where.ifPresent(text -> check(parameter, text, Expression::parse));
  }

  /**
   * Refuses a text that is neither a property's name nor an expression over properties.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the parameter and the place of the
   *     mistake
   */
  public static void checkOn(String parameter, Optional<String> on) {
    on.ifPresent(text -> check(parameter, text, Expression::on));
  }

  /**
   * Returns the text to split by in Mixpanel's form: the name {@code plan} is {@code
   * properties["plan"]}.
   */
  public static String on(String text) {
    return Expression.on(text).text();
  }

  /** Checks an expression. A request may have several; the message names the wrong one. */
  private static void check(String parameter, String text, Consumer<String> parser) {
    try {
      parser.accept(text);
    } catch (MixpanelDataException e) {
      throw e.withMessage(parameter + ": " + e.getMessage());
    }
  }
}
