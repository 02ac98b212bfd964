package dev.mixpaneldata;

import dev.mixpaneldata.app.bookmarks.KnownFunnels;
import dev.mixpaneldata.app.bookmarks.KnownFunnels.Found;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import java.util.Optional;
import java.util.function.Supplier;

/** Local reports that also answer saved funnels whose rules are known. */
final class SavedFunnelReports implements Reports {
  private final Reports local;
  private final Supplier<KnownFunnels> funnels;
  private final ReportListener listener;
  private final boolean mayAsk;

  /**
   * Makes reports over those of a local table.
   *
   * @param mayAsk whether Mixpanel may be asked for the rules of a funnel
   */
  SavedFunnelReports(
      Reports local, Supplier<KnownFunnels> funnels, ReportListener listener, boolean mayAsk) {
    this.local = local;
    this.funnels = funnels;
    this.listener = listener;
    this.mayAsk = mayAsk;
  }

  // A funnel's report takes a funnel's request and returns its result.
  @SuppressWarnings("unchecked")
  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    Optional<Found> known =
        request instanceof FunnelRequest funnel && funnel.funnelId().isPresent()
            ? find(funnel.funnelId().get())
            : Optional.empty();
    if (known.isEmpty()) {
      return local.answer(report, request);
    }
    Found found = known.get();
    FunnelResult result = local.funnel(found.funnel().in((FunnelRequest) request));
    listener.warning(
        "The saved funnel '%s' is computed with its steps as of %s: %s within %s."
            .formatted(
                found.funnel().name(),
                found.readAt(),
                String.join(", ", found.funnel().steps()),
                found.funnel().window()));
    return (R) result.ofSaved(found.funnel().funnelId(), found.funnel().name());
  }

  private Optional<Found> find(long id) {
    try {
      return funnels.get().find(id, mayAsk);
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.CREDENTIALS_MISSING) {
        // Local tables need no account, and without one nothing is known of the project.
        return Optional.empty();
      }
      throw e;
    }
  }
}
