package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;

/**
 * The call that asks for retention. Mixpanel refuses a unit together with an interval, contrary to
 * its page.
 */
final class RetentionCall {
  private RetentionCall() {}

  static Call of(RetentionRequest request) {
    boolean several = request.interval() > 1;
    if (several && request.unit() != CalendarUnit.DAY) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel takes intervals of several days, but not of several "
              + QueryReports.lower(request.unit())
              + "s.",
          Hint.anyOf(
              Hint.way("give the interval in days"),
              Hint.way("compute the report from a local table with {}", Reference.LOCAL_TABLE)));
    }
    if (request.alignment() == RetentionAlignment.CALENDAR) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's documented API has no retention by calendar intervals.",
          Hint.anyOf(
              Hint.way("choose rolling intervals"),
              Hint.way("compute the report from a local table with {}", Reference.LOCAL_TABLE)));
    }
    if (!request.brackets().isEmpty()
        || request.unboundedMode() != UnboundedMode.NONE
            && request.unboundedMode() != UnboundedMode.CARRY_BACK) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's documented API has retention of equal intervals, bounded or with those who"
              + " came back later.",
          Hint.anyOf(
              Hint.way("leave out the brackets, and choose none or carry_back"),
              Hint.way("compute the report from a local table with {}", Reference.LOCAL_TABLE)));
    }
    boolean birth = request.retentionType() == RetentionType.BIRTH;
    return QueryReports.of("/retention", request.range())
        .parameter("retention_type", QueryReports.lower(request.retentionType()))
        .parameter("born_event", birth ? request.bornEvent() : null)
        .parameter("event", request.returnEventOrBorn())
        .parameter("born_where", birth ? request.bornCondition().orElse(null) : null)
        .parameter("where", request.returnCondition().orElse(null))
        .parameter("interval", several ? request.interval() : null)
        .parameter("unit", several ? null : QueryReports.lower(request.unit()))
        .parameter("interval_count", request.intervalCount())
        .parameter(
            "unbounded_retention",
            request.unboundedMode() == UnboundedMode.CARRY_BACK ? true : null)
        .parameter("on", QueryReports.property(request.groupings()))
        .parameter("limit", QueryReports.limit(request.on(), request.limit()));
  }
}
