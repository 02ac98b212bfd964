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

  /** How many users of the table, on whatever day, are in the cohort that the report is about. */
  default void cohort(long users) {}

  /** Something that makes the answer other than it seems, in one sentence. */
  default void warning(String text) {}
}
