package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.saved.FlowsResult.FlowNode;
import dev.mixpaneldata.report.saved.FlowsResult.FlowPath;
import dev.mixpaneldata.report.saved.FlowsResult.FlowStep;
import dev.mixpaneldata.report.saved.FlowsResult.FlowTarget;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/** Reads a flow as Mixpanel sends it: counts and positions as text, an empty rate as "NaN". */
final class FlowsReader {
  private FlowsReader() {}

  static FlowsResult read(long bookmarkId, JsonNode answer) {
    List<FlowPath> paths =
        Lenient.elements(answer.path("flows")).stream().map(FlowsReader::path).toList();
    return new FlowsResult(
        bookmarkId,
        Lenient.text(answer.path("computed_at")),
        Lenient.elements(answer.path("steps")).stream()
            .map(step -> new FlowStep(nodes(step.path("nodes"))))
            .toList(),
        paths,
        paths.isEmpty() ? Optional.empty() : Lenient.wholeNumber(answer.path("foundCount")),
        Lenient.elements(answer.path("breakdowns")).stream()
            .flatMap(breakdown -> Lenient.json(breakdown).stream())
            .toList(),
        Lenient.number(answer.path("overallConversionRate")),
        Lenient.json(answer.path("metadata")),
        Lenient.json(answer));
  }

  static List<FlowTarget> targets(Json edges) {
    return Lenient.elements(Mappers.read(edges.text())).stream()
        .map(
            edge ->
                new FlowTarget(
                    edge.path("event").asText(),
                    edge.path("type").asText(),
                    (int) Lenient.count(edge.path("step")),
                    Lenient.count(edge.path("totalCount"))))
        .toList();
  }

  private static FlowPath path(JsonNode flow) {
    return new FlowPath(
        nodes(flow.path("flowSteps")),
        Lenient.elements(flow.path("segments")).stream()
            .flatMap(segment -> Lenient.texts(segment.path("values")).stream())
            .toList());
  }

  private static List<FlowNode> nodes(JsonNode nodes) {
    return Lenient.elements(nodes).stream()
        .map(
            node ->
                new FlowNode(
                    node.path("event").asText(),
                    node.path("type").asText(),
                    Lenient.count(node.path("totalCount")),
                    Lenient.json(node.path("edges"))))
        .toList();
  }
}
