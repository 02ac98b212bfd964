package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.metrics.MetricRequest;
import dev.mixpaneldata.app.metrics.SavedMetric;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.report.saved.MetricReportRequest;
import dev.mixpaneldata.report.saved.SavedReportResult;
import java.util.List;

/** Saved metrics and behaviors, as operations. */
public final class MetricOperations {
  public static final OperationSpec<NoArguments, List<SavedMetric>> LIST_METRICS =
      new OperationSpec<>(
              "list_metrics",
              "metrics list",
              "Saved metrics with their definitions",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.listOf(SavedMetric.class),
              (context, request) -> context.app().metrics().list())
          .with(Trait.KEPT);

  public static final OperationSpec<MetricRequest, SavedMetric> GET_METRIC =
      new OperationSpec<>(
              "get_metric",
              "metrics get",
              "One saved metric with its definition",
              Family.DISCOVERY,
              Effect.READ,
              MetricRequest.class,
              ResultType.of(SavedMetric.class),
              (context, request) -> context.app().metrics().get(request.reference()))
          .with(Trait.KEPT);

  public static final OperationSpec<MetricReportRequest, SavedReportResult> QUERY_METRIC =
      new OperationSpec<>(
          "query_metric",
          "metrics query",
          "Numbers of a saved metric over time",
          Family.DISCOVERY,
          Effect.READ,
          MetricReportRequest.class,
          ResultType.of(SavedReportResult.class),
          (context, request) ->
              context.workspace().savedReports().metric(context.app().metrics(), request));

  public static final OperationSpec<NoArguments, List<SavedMetric>> LIST_BEHAVIORS =
      new OperationSpec<>(
              "list_behaviors",
              "behaviors list",
              "Saved behaviors with their definitions",
              Family.DISCOVERY,
              Effect.READ,
              NoArguments.class,
              ResultType.listOf(SavedMetric.class),
              (context, request) -> context.app().behaviors().list())
          .with(Trait.KEPT);

  public static final OperationSpec<MetricRequest, SavedMetric> GET_BEHAVIOR =
      new OperationSpec<>(
              "get_behavior",
              "behaviors get",
              "One saved behavior with its definition",
              Family.DISCOVERY,
              Effect.READ,
              MetricRequest.class,
              ResultType.of(SavedMetric.class),
              (context, request) -> context.app().behaviors().get(request.reference()))
          .with(Trait.KEPT);

  public static final OperationSpec<MetricReportRequest, SavedReportResult> QUERY_BEHAVIOR =
      new OperationSpec<>(
          "query_behavior",
          "behaviors query",
          "Numbers of a saved behavior: events, conversion or retention",
          Family.DISCOVERY,
          Effect.READ,
          MetricReportRequest.class,
          ResultType.of(SavedReportResult.class),
          (context, request) ->
              context.workspace().savedReports().metric(context.app().behaviors(), request));

  private MetricOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(
        LIST_METRICS, GET_METRIC, QUERY_METRIC, LIST_BEHAVIORS, GET_BEHAVIOR, QUERY_BEHAVIOR);
  }
}
