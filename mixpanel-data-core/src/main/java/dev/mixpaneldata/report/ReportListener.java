package dev.mixpaneldata.report;

/** Hears how a local report is computed; every method may be left out. */
public interface ReportListener {
  /** Hears nothing. */
  ReportListener SILENT = new ReportListener() {};

  /** A query that is about to run, in DuckDB's SQL, complete with its values. */
  default void sql(String text) {}

  /** Who answered, where there was a choice: {@code the local table 'jan'} or {@code Mixpanel}. */
  default void answeredBy(String name) {}

  /** Who could not answer, where there was a choice, and why not. */
  default void refusedBy(String name, String reason) {}

  /** How many users of the table, on whatever day, are in the cohort that the report is about. */
  default void cohort(long users) {}

  /** Something that makes the answer other than it seems, in one sentence. */
  default void warning(String text) {}
}
