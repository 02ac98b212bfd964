package dev.mixpaneldata.report.definition;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes Mixpanel's definitions of requests, without a call.
 *
 * <pre>{@code
 * Definition funnel =
 *     Definitions.of(Report.FUNNEL, FunnelRequest.ofEvents(january, "Sign Up", "Purchase"));
 * }</pre>
 */
public final class Definitions {
  private static final Map<Report<?, ?>, BiFunction<Record, Optional<Cohort>, Definition>> KNOWN =
      known();

  private Definitions() {}

  private static Map<Report<?, ?>, BiFunction<Record, Optional<Cohort>, Definition>> known() {
    Map<Report<?, ?>, BiFunction<Record, Optional<Cohort>, Definition>> known = new HashMap<>();
    add(known, Report.SEGMENTATION, SegmentationDefinition::of);
    add(known, Report.INSIGHTS, InsightsDefinition::of);
    addInsights(known, Report.EVENT_COUNTS, EventCountsRequest::asInsights);
    addInsights(known, Report.PROPERTY_COUNTS, PropertyCountsRequest::asInsights);
    addInsights(known, Report.SEGMENTATION_SUM, NumericSeriesRequest::sumAsInsights);
    addInsights(known, Report.SEGMENTATION_AVERAGE, NumericSeriesRequest::averageAsInsights);
    add(known, Report.FUNNEL, FunnelDefinition::of);
    add(known, Report.RETENTION, RetentionDefinition::of);
    add(known, Report.EVENT_PATHS, FlowDefinition::of);
    return Map.copyOf(known);
  }

  private static <Q extends Record> void addInsights(
      Map<Report<?, ?>, BiFunction<Record, Optional<Cohort>, Definition>> known,
      Report<Q, ?> report,
      Function<Q, InsightsRequest> insights) {
    add(known, report, (request, cohort) -> InsightsDefinition.of(insights.apply(request), cohort));
  }

  private static <Q extends Record> void add(
      Map<Report<?, ?>, BiFunction<Record, Optional<Cohort>, Definition>> known,
      Report<Q, ?> report,
      BiFunction<Q, Optional<Cohort>, Definition> made) {
    known.put(report, (request, cohort) -> made.apply(report.request().cast(request), cohort));
  }

  /** Returns whether reports of this kind have a definition. */
  public static boolean has(Report<?, ?> report) {
    return KNOWN.containsKey(report);
  }

  /**
   * Returns the definition of a report.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if Mixpanel's definitions cannot say all of
   *     the request
   */
  public static <Q extends Record> Definition of(Report<Q, ?> report, Q request) {
    return of(report, request, Optional.empty());
  }

  /**
   * Returns the definition of a report about the users of a cohort.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if Mixpanel's definitions cannot say all of
   *     the request or the cohort
   */
  public static <Q extends Record> Definition of(
      Report<Q, ?> report, Q request, Optional<Cohort> cohort) {
    BiFunction<Record, Optional<Cohort>, Definition> made = KNOWN.get(report);
    if (made == null) {
      throw Inexpressible.of(
          "The report " + report.id() + " has no definition at Mixpanel.",
          "Choose an Insights report, counts, a funnel, a retention or a flow");
    }
    return made.apply(request, cohort);
  }
}
