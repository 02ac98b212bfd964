package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;

final class FunnelReport {
  FunnelReport(Session session) {}

  FunnelResult run(FunnelRequest request) {
    throw new UnsupportedOperationException(request.toString());
  }
}
