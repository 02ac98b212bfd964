package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;
import java.util.function.Function;

/** Checks and conversions of the expressions in requests. */
public final class Expressions {
  /** The help of a filter over events: its grammar in three examples. */
  public static final String WHERE_HELP =
      "Only events that this is true for: plan == \"pro\" and amount > 10; $os in [\"iOS\", \"Mac\"];"
          + " not defined(coupon)";

  /** The help of a filter over profiles: its grammar in three examples. */
  public static final String PROFILES_WHERE_HELP =
      "Only profiles that this is true for: plan == \"pro\" and age > 30; \"@acme.com\" in $email;"
          + " not defined($city)";

  private Expressions() {}

  /**
   * Returns a filter in Mixpanel's language: as it is, or, where it is written as only {@link
   * Expression#read} reads it, in its canonical form.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the parameter and the place of the
   *     mistake, before a query is spent on it
   */
  public static Optional<String> where(String parameter, Optional<String> where) {
    return where.map(
        text -> isMixpanels(text) ? text : checked(parameter, text, Expression::read).text());
  }

  /** Returns a filter as {@link #where} does, but leaves to Mixpanel what cannot be read here. */
  public static Optional<String> whereUnchecked(Optional<String> where) {
    return where.map(
        text -> {
          try {
            return where("where", Optional.of(text)).orElseThrow();
          } catch (MixpanelDataException e) {
            return text;
          }
        });
  }

  /** Returns the condition that two filters join; each may be absent. */
  public static Optional<String> both(Optional<String> one, Optional<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return Optional.of(Expression.parse(one.get()).and(Expression.parse(other.get())).text());
  }

  private static boolean isMixpanels(String text) {
    try {
      Expression.parse(text);
      return true;
    } catch (MixpanelDataException e) {
      return false;
    }
  }

  /**
   * Refuses a text that is neither a property's name nor an expression over properties.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the parameter and the place of the
   *     mistake
   */
  public static void checkOn(String parameter, Optional<String> on) {
    on.ifPresent(text -> checked(parameter, text, Expression::on));
  }

  /**
   * Returns the text to split by in Mixpanel's form: the name {@code plan} is {@code
   * properties["plan"]}.
   */
  public static String on(String text) {
    return Expression.on(text).text();
  }

  /** Checks an expression. A request may have several; the message names the wrong one. */
  private static Expression checked(
      String parameter, String text, Function<String, Expression> parser) {
    try {
      return parser.apply(text);
    } catch (MixpanelDataException e) {
      throw e.withMessage(parameter + ": " + e.getMessage());
    }
  }
}
