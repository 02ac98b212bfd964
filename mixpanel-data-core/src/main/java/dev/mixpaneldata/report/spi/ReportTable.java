package dev.mixpaneldata.report.spi;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The reports that one implementation answers, each with the function that computes it. Fill it
 * once; it is thread-safe after that.
 *
 * @param <C> the source of the computations
 * @param <X> the exception that they may throw
 */
public final class ReportTable<C, X extends Exception> {
  private final String owner;
  private final Hint hint;
  private final Map<Report<?, ?>, Answer<C, ?, ?, X>> answers = new HashMap<>();

  /**
   * Computes one report.
   *
   * @param <Q> the request
   * @param <R> the result
   */
  @FunctionalInterface
  public interface Answer<C, Q, R, X extends Exception> {
    /** Answers the request. */
    R to(C context, Q request) throws X;
  }

  /**
   * Creates an empty table.
   *
   * @param owner the owner of the reports, such as {@code Mixpanel's API}
   * @param hint the advice about a report that is not in the table
   */
  public ReportTable(String owner, Hint hint) {
    this.owner = owner;
    this.hint = hint;
  }

  /** Adds a report. */
  public <Q extends Record, R extends ReportResult> ReportTable<C, X> with(
      Report<Q, R> report, Answer<C, Q, R, X> answer) {
    answers.put(report, answer);
    return this;
  }

  /** Returns the reports in the table. */
  public Set<Report<?, ?>> reports() {
    return Set.copyOf(answers.keySet());
  }

  /** Computes a report; one that is not in the table is refused with {@code CANNOT_ANSWER}. */
  // An answer kept under a report takes its request and returns its result; see with.
  @SuppressWarnings("unchecked")
  public <Q extends Record, R extends ReportResult> R answer(
      Report<Q, R> report, C context, Q request) throws X {
    Answer<C, Q, R, X> answer = (Answer<C, Q, R, X>) answers.get(report);
    if (answer == null) {
      throw MixpanelDataException.cannotAnswer(
          "The report " + report.id() + " cannot be requested from " + owner + ".", hint);
    }
    return answer.to(context, request);
  }
}
