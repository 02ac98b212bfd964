package dev.mixpaneldata.testkit.expression;

/**
 * Thrown for an expression for which Mixpanel would refuse the whole request, or which only
 * Mixpanel can evaluate.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EvaluationException(String message) {
    super(message);
  }
}
