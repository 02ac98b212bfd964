package dev.mixpaneldata.report;

/** Observes the computation of a local report; every method is optional. */
public interface ReportListener {
  /** A listener that does nothing. */
  ReportListener SILENT = new ReportListener() {};

  /** Receives a query that is about to run, in DuckDB's SQL, complete with its values. */
  default void sql(String text) {}

  /**
   * Receives the name of the source that answered, if there was a choice: {@code the local table
   * 'jan'} or {@code Mixpanel}.
   */
  default void answeredBy(String name) {}

  /** Receives the name of a source that could not answer, if there was a choice, and the reason. */
  default void refusedBy(String name, String reason) {}

  /** Receives a warning, in one sentence: a reason why the answer is other than it seems. */
  default void warning(String text) {}
}
