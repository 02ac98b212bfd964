package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.CustomPropertyName;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericBucketsResult;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The reports of Mixpanel's query API (query API reference). Thread-safe. */
final class QueryReports {
  private final MixpanelHttp http;
  private final Pacer pacer;
  private final ProjectTimes times;
  private final LongFunction<Optional<String>> funnelNames;

  QueryReports(
      MixpanelHttp http,
      Pacer pacer,
      ProjectTimes times,
      LongFunction<Optional<String>> funnelNames) {
    this.http = http;
    this.pacer = pacer;
    this.times = times;
    this.funnelNames = funnelNames;
  }

  SegmentationResult segmentation(SegmentationRequest request) {
    // The reference allows an interval for users and averages only; daily events can be added up.
    boolean folded = request.interval().isPresent() && request.type() == CountType.GENERAL;
    boolean ownInterval = request.interval().isPresent() && !folded;
    Json answer =
        ask(
            of("/segmentation", request.range())
                .parameter("event", request.event())
                .parameter("unit", ownInterval ? null : lower(request.unit()))
                .parameter("interval", ownInterval ? request.interval().orElseThrow() : null)
                .parameter("on", property(request.groupings()))
                .parameter("where", request.where().orElse(null))
                .parameter("limit", limit(request.on(), request.limit()))
                .parameter("type", lower(request.type())));
    SeriesReader series = SeriesReader.of(answer, request.unit(), request.type());
    return SegmentationResult.of(
        request, series.segmentation(request, folded), Optional.of(answer));
  }

  NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    Json answer =
        ask(
            of("/segmentation/numeric", request.range())
                .parameter("event", request.event())
                .parameter("on", Expressions.on(request.on()))
                .parameter("unit", lower(request.unit()))
                .parameter("where", request.where().orElse(null))
                .parameter("type", lower(request.type()))
                .parameter("buckets", request.buckets().orElse(null)));
    SeriesReader series = SeriesReader.of(answer, request.unit().unit(), request.type());
    return NumericBucketsResult.of(request, series.dense(request.range()), Optional.of(answer));
  }

  NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return numericSeries("/segmentation/sum", request, 0.0);
  }

  NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return numericSeries("/segmentation/average", request, null);
  }

  private NumericSeriesResult numericSeries(
      String path, NumericSeriesRequest request, @Nullable Double nothing) {
    Json answer =
        ask(
            of(path, request.range())
                .parameter("event", request.event())
                .parameter("on", Expressions.on(request.on()))
                .parameter("unit", lower(request.unit()))
                .parameter("where", request.where().orElse(null)));
    return NumericSeriesReader.read(request, answer, nothing);
  }

  EventCountsResult eventCounts(EventCountsRequest request) {
    Json answer =
        ask(
            of("/events", request.range())
                .jsonParameter("event", request.events())
                .parameter("unit", lower(request.unit()))
                .parameter("type", lower(request.type())));
    SeriesReader series = SeriesReader.of(answer, request.unit(), request.type());
    return EventCountsResult.of(
        request, series.dense(request.range(), request.events()), Optional.of(answer));
  }

  PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    boolean chosen = !request.values().isEmpty();
    Json answer =
        ask(
            of("/events/properties", request.range())
                .parameter("event", request.event())
                .parameter("name", request.propertyName())
                .jsonParameter("values", chosen ? request.values() : null)
                .parameter("unit", lower(request.unit()))
                .parameter("type", lower(request.type()))
                .parameter("limit", chosen ? null : request.limit()));
    SeriesReader series = SeriesReader.of(answer, request.unit(), request.type());
    return PropertyCountsResult.of(
        request, series.dense(request.range(), request.values()), Optional.of(answer));
  }

  FunnelResult funnel(FunnelRequest request) {
    SavedFunnel funnel = SavedFunnel.of(request);
    Json answer =
        ask(
            of("/funnels", request.range())
                .parameter("funnel_id", funnel.id())
                .parameter("length", funnel.length().orElse(null))
                .parameter("length_unit", funnel.lengthUnit().orElse(null))
                .parameter("unit", request.unit().map(QueryReports::lower).orElse(null))
                .parameter("interval", funnel.interval().orElse(null))
                .parameter("on", property(request.groupings()))
                .parameter("where", request.where().orElse(null))
                .parameter("limit", limit(request.on(), request.limit())));
    return FunnelReader.read(request, funnelNames.apply(funnel.id()), answer);
  }

  RetentionResult retention(RetentionRequest request) {
    Instant now = pacer.now();
    RetentionProgress progress =
        times
            .known()
            .map(zone -> RetentionProgress.in(zone, request, now))
            .orElseGet(() -> RetentionProgress.anywhere(request, now));
    return RetentionReader.read(request, progress, ask(RetentionCall.of(request)));
  }

  FrequencyResult frequency(FrequencyRequest request) {
    Json answer =
        ask(
            of("/retention/addiction", request.range())
                .parameter("unit", lower(request.unit()))
                .parameter("addiction_unit", lower(request.addictionUnit()))
                .parameter("event", request.event().orElse(null))
                .parameter("where", request.where().orElse(null))
                .parameter("on", on(request.on()))
                .parameter("limit", limit(request.on(), request.limit())));
    return FrequencyReader.read(request, answer);
  }

  private Json ask(Call call) {
    // Taken for the name of a property, it would be one that no event has.
    if (call.parameters().stream()
        .anyMatch(p -> CustomPropertyName.isIn(String.valueOf(p.value())))) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's documented API has no custom properties.",
          "Leave the choice of the API open, or choose that of its web application.");
    }
    return http.send(call).json();
  }

  static Call of(String path, DateRange range) {
    return Call.get(ApiFamily.QUERY, path)
        .parameter("from_date", range.from())
        .parameter("to_date", range.to());
  }

  static @Nullable String on(Optional<String> text) {
    return text.map(Expressions::on).orElse(null);
  }

  /** Returns the one property that a documented report is split by; null without one. */
  static @Nullable String property(List<Grouping> groupings) {
    if (groupings.isEmpty()) {
      return null;
    }
    Grouping by = groupings.get(0);
    if (groupings.size() > 1 || by.users().isPresent() || by.bucketSize().isPresent()) {
      throw MixpanelDataException.cannotAnswer(
          "Mixpanel's documented API splits by one property, not by several, by ranges or by"
              + " cohorts.",
          "Leave the choice of the API open, or choose that of its web application.");
    }
    return Expressions.on(by.property().orElseThrow());
  }

  /**
   * Returns the limit to send: none without a property to split by, as Mixpanel would ignore it.
   */
  static @Nullable Integer limit(Optional<String> on, Optional<Integer> limit) {
    return on.isPresent() ? limit.orElse(null) : null;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
