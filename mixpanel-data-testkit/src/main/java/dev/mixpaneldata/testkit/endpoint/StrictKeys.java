package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** The keys that Mixpanel's schema of definitions knows; it refuses all others. */
final class StrictKeys {
  static final Set<String> PARAMS =
      Set.of(
          "sections",
          "displayOptions",
          "timeComparison",
          "liftComparison",
          "sorting",
          "columnWidths",
          "legend",
          "name");

  static final Set<String> SECTIONS =
      Set.of(
          "cohorts",
          "filter",
          "formula",
          "globalDataGroupId",
          "group",
          "group_by",
          "metricLevelDataGroups",
          "show",
          "time");

  static final Set<String> DISPLAY =
      Set.of(
          "chartType",
          "plotStyle",
          "analysis",
          "value",
          "rollingWindowSize",
          "timeUnit",
          "primaryYAxisOptions",
          "secondaryYAxisOptions",
          "theme",
          "xAxisOptions",
          "annotationOptions",
          "commentOptions",
          "queryTimeSampling",
          "tableSummaryAggregation",
          "statSigControl",
          "funnelStepsSelectedTableColumns");

  static final Set<String> CLAUSE =
      Set.of(
          "type",
          "behavior",
          "measurement",
          "name",
          "isHidden",
          "definition",
          "referencedMetrics",
          "id",
          "overrides");

  static final Set<String> EVENT =
      Set.of(
          "type",
          "id",
          "name",
          "renamed",
          "resourceType",
          "filtersDeterminer",
          "filters",
          "behaviors",
          "dataGroupId",
          "dataset",
          "funnelOrder");

  static final Set<String> FUNNEL =
      Set.of(
          "type",
          "resourceType",
          "behaviors",
          "conversionWindowDuration",
          "conversionWindowUnit",
          "funnelOrder",
          "funnelReentryMode",
          "exclusions",
          "aggregateBy",
          "filter");

  static final Set<String> RETENTION =
      Set.of(
          "type",
          "resourceType",
          "behaviors",
          "retentionUnit",
          "retentionAlignmentType",
          "retentionCustomBucketSizes",
          "retentionUnboundedMode",
          "retentionType",
          "filter");

  static final Set<String> MEASUREMENT =
      Set.of(
          "math",
          "property",
          "perUserAggregation",
          "percentile",
          "segmentMethod",
          "multiAttribution",
          "cumulative",
          "rolling",
          "stepIndex",
          "retentionBucketIndex",
          "retentionCumulative",
          "retentionSegmentationEvent");

  static final Set<String> CUSTOM_PROPERTY =
      Set.of(
          "displayFormula",
          "composedProperties",
          "name",
          "description",
          "propertyType",
          "resourceType");

  static final Set<String> FILTER =
      Set.of(
          "customProperty",
          "customPropertyId",
          "dataset",
          "resourceType",
          "filterType",
          "defaultType",
          "value",
          "filterOperator",
          "filterValue",
          "filterDateUnit",
          "propertyName");

  static final Set<String> GROUP =
      Set.of(
          "customProperty",
          "customPropertyId",
          "dataset",
          "value",
          "propertyName",
          "resourceType",
          "propertyType",
          "propertyDefaultType",
          "customBucket",
          "cohorts",
          "profileType",
          "search",
          "dataGroupId",
          "typeCast",
          "unit",
          "isHidden");

  static final Set<String> FLOW =
      Set.of(
          "steps",
          "date_range",
          "chartType",
          "flows_merge_type",
          "count_type",
          "cardinality_threshold",
          "version",
          "conversion_window",
          "anchor_position",
          "collapse_repeated",
          "show_custom_events",
          "hidden_events",
          "exclusions",
          "filter_by_cohort",
          "filter_by_event",
          "segments",
          "group_by");

  static final Set<String> FLOW_STEP =
      Set.of(
          "event",
          "step_label",
          "forward",
          "reverse",
          "bool_op",
          "property_filter_params_list",
          "session_event");

  private StrictKeys() {}

  /** Refuses an object with a key that is not known. */
  static void check(JsonNode object, Set<String> known, String place) throws Refusal {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (!known.contains(field.getKey())) {
        throw Refusal.badRequest(
            "Extra inputs are not permitted at "
                + (place.isEmpty() ? "" : place + ".")
                + field.getKey());
      }
    }
  }
}
