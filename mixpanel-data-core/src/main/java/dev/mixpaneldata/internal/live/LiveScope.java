package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportListener;
import java.util.Optional;

/**
 * How Mixpanel answers reports.
 *
 * @param engine which of its APIs answers
 * @param cohort the users whose events count; all users unless given
 * @param listener receives what makes an answer other than it seems
 */
public record LiveScope(ReportEngine engine, Optional<Cohort> cohort, ReportListener listener) {
  /** The scope of all users, with the documented API where it can answer. */
  public static final LiveScope USUAL =
      new LiveScope(ReportEngine.AUTO, Optional.empty(), ReportListener.SILENT);

  /** Returns the scope of all users with this engine. */
  public static LiveScope of(ReportEngine engine) {
    return new LiveScope(engine, Optional.empty(), ReportListener.SILENT);
  }
}
