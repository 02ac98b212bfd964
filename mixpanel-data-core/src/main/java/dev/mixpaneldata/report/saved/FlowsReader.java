package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.saved.SavedFlowsResult.FlowNode;
import dev.mixpaneldata.report.saved.SavedFlowsResult.FlowPath;
import dev.mixpaneldata.report.saved.SavedFlowsResult.FlowStep;
import dev.mixpaneldata.report.saved.SavedFlowsResult.FlowTarget;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * Reads a flow as Mixpanel sends it: counts and positions are texts, and an empty rate is "NaN".
 */
final class FlowsReader {
  private FlowsReader() {}

  static SavedFlowsResult read(Optional<Long> bookmarkId, JsonNode answer) {
    List<FlowPath> paths =
        LenientReader.elements(answer.path("flows")).stream().map(FlowsReader::path).toList();
    return new SavedFlowsResult(
        bookmarkId,
        LenientReader.text(answer.path("computed_at")),
        LenientReader.elements(answer.path("steps")).stream()
            .map(step -> new FlowStep(nodes(step.path("nodes"))))
            .toList(),
        paths,
        paths.isEmpty() ? Optional.empty() : LenientReader.wholeNumber(answer.path("foundCount")),
        LenientReader.elements(answer.path("breakdowns")).stream()
            .flatMap(breakdown -> LenientReader.json(breakdown).stream())
            .toList(),
        LenientReader.number(answer.path("overallConversionRate")),
        LenientReader.json(answer.path("metadata")),
        LenientReader.json(answer));
  }

  static List<FlowTarget> targets(Json edges) {
    return LenientReader.elements(Mappers.read(edges.text())).stream()
        .map(
            edge ->
                new FlowTarget(
                    edge.path("event").asText(),
                    edge.path("type").asText(),
                    (int) LenientReader.count(edge.path("step")),
                    LenientReader.count(edge.path("totalCount"))))
        .toList();
  }

  private static FlowPath path(JsonNode flow) {
    return new FlowPath(
        nodes(flow.path("flowSteps")),
        LenientReader.elements(flow.path("segments")).stream()
            .flatMap(segment -> LenientReader.texts(segment.path("values")).stream())
            .toList());
  }

  private static List<FlowNode> nodes(JsonNode nodes) {
    return LenientReader.elements(nodes).stream()
        .map(
            node ->
                new FlowNode(
                    node.path("event").asText(),
                    node.path("type").asText(),
                    LenientReader.count(node.path("totalCount")),
                    LenientReader.json(node.path("edges"))))
        .toList();
  }
}
