package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A question whether alerts fit a changed report.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record AlertValidationRequest(
    @Param(help = "Ids of the alerts", listedBy = Reference.LIST_ALERTS, required = true)
        List<Long> alertIds,
    @Param(help = "Type of the report: insights or funnels") String bookmarkType,
    @Param(help = "Changed definition of the report, a JSON object") Json bookmarkParams,
    @Param(help = Param.BODY) Optional<Json> json)
    implements AlertValidationRequestBuilder.With {
  public AlertValidationRequest {
    alertIds = List.copyOf(alertIds);
  }

  /** Returns the question for some alerts. */
  public static AlertValidationRequest of(
      List<Long> alertIds, String bookmarkType, Json bookmarkParams) {
    return new AlertValidationRequest(alertIds, bookmarkType, bookmarkParams, Optional.empty());
  }
}
