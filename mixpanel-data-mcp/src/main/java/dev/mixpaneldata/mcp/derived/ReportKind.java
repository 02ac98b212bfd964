package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.report.ReportOperations;

/** Who can answer an operation, which decides on the arguments that its tool has beside its own. */
enum ReportKind {
  /** No report on events, or one that only Mixpanel may answer here. */
  NONE,
  /** Mixpanel or a local table. */
  ANYWHERE,
  /** A local table alone. */
  LOCAL;

  /**
   * The kind of an operation.
   *
   * @param localReports whether reports may be answered from local tables
   */
  static ReportKind of(OperationSpec<?, ?> operation, boolean localReports) {
    if (!localReports || !ReportOperations.all().contains(operation)) {
      return NONE;
    }
    return ReportOperations.LOCAL_ONLY.contains(operation) ? LOCAL : ANYWHERE;
  }
}
