package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Segmentations: events over time, of one name, of several, or of one by the values of a property.
 */
final class Segmentation {
  private final NaiveProject project;

  Segmentation(NaiveProject project) {
    this.project = project;
  }

  SegmentationResult segmentation(SegmentationRequest request) {
    CountsBySegment counts =
        new CountsBySegment(
            project,
            request.type(),
            TimeBuckets.of(request.range(), request.unit(), request.interval()));
    long all = 0;
    Optional<Splits> breakdown = Splits.of(project, request.groupings());
    for (NaiveEvent event :
        project.events(
            project
                .within(request.range())
                .and(project.selected(request.event(), request.where())))) {
      counts.add(event, breakdown.map(b -> b.segments(event)).orElse(Set.of(request.event())));
      all++;
    }
    List<String> segments =
        breakdown.isPresent()
            ? counts.largest(request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT))
            : List.of(request.event());
    SegmentationResult result =
        SegmentationResult.of(request, counts.series(segments), Optional.empty());
    return breakdown.isPresent()
        ? result.ofAll(all, counts.segments(), counts.others(segments))
        : result;
  }

  EventCountsResult eventCounts(EventCountsRequest request) {
    CountsBySegment counts =
        new CountsBySegment(
            project, request.type(), TimeBuckets.by(request.unit(), request.range()));
    for (NaiveEvent event :
        project.events(project.within(request.range()).and(NaiveProject.named(request.events())))) {
      counts.add(event, Set.of(event.name()));
    }
    return EventCountsResult.of(request, counts.series(request.events()), Optional.empty());
  }

  /**
   * Computes the same counts as a segmentation by the property, except for the choice of values.
   */
  PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    CountsBySegment counts =
        new CountsBySegment(
            project, request.type(), TimeBuckets.by(request.unit(), request.range()));
    Breakdown breakdown = project.breakdown(Expression.property(request.propertyName()).toString());
    for (NaiveEvent event :
        project.events(
            project
                .within(request.range())
                .and(project.selected(request.event(), Optional.empty())))) {
      counts.add(event, breakdown.segments(event));
    }
    List<String> values =
        request.values().isEmpty() ? counts.largest(request.limit()) : request.values();
    return PropertyCountsResult.of(request, counts.series(values), Optional.empty());
  }
}
