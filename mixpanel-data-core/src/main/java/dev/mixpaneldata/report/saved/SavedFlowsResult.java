package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events that users do after, or before, an event. They are steps with the events at each or,
 * if the report was saved as a list of the top paths, paths.
 *
 * @param computedAt the time of Mixpanel's computation, as it reports it
 * @param steps the steps in order, each with the events that users go to; empty for paths
 * @param paths the most common paths, the largest first; empty for steps
 * @param pathsFound the number of different paths, of which {@code paths} has the largest
 * @param breakdowns as Mixpanel gives them
 * @param overallConversionRate the share that reached the last anchor, 0 to 1; absent if nobody was
 *     at the first
 * @param metadata as Mixpanel gives it
 */
public record SavedFlowsResult(
    Optional<Long> bookmarkId,
    Optional<String> computedAt,
    List<FlowStep> steps,
    List<FlowPath> paths,
    Optional<Long> pathsFound,
    List<Json> breakdowns,
    Optional<Double> overallConversionRate,
    Optional<Json> metadata,
    @Hidden Optional<Json> raw)
    implements ReportResult, ReportTable {
  public SavedFlowsResult {
    steps = List.copyOf(steps);
    paths = List.copyOf(paths);
    breakdowns = List.copyOf(breakdowns);
  }

  /** Reads what Mixpanel answers to the definition of a flow. */
  public static SavedFlowsResult read(Json answer) {
    return FlowsReader.read(Optional.empty(), Mappers.read(answer.text()));
  }

  /** The events at one distance from the anchor. */
  public record FlowStep(List<FlowNode> nodes) {
    public FlowStep {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * An event in a flow.
   *
   * @param type {@code ANCHOR}, {@code NORMAL}, {@code FORWARD}, {@code REVERSE}, {@code DROPOFF}
   *     or {@code PRUNED}
   * @param totalCount the number that came here
   * @param edges the events that they went to, as Mixpanel gives them; {@link #targets} reads it
   */
  public record FlowNode(String event, String type, long totalCount, Optional<Json> edges) {
    /** Returns the events that users went to. */
    public List<FlowTarget> targets() {
      return edges.map(FlowsReader::targets).orElse(List.of());
    }
  }

  /**
   * An event that users went to from another one.
   *
   * @param event the event, empty for those who did nothing more
   * @param type as that of a node
   * @param step the position of the step that it belongs to, 0 for the first
   * @param totalCount the number that went there
   */
  public record FlowTarget(String event, String type, int step, long totalCount) {}

  /**
   * A path of users through a flow.
   *
   * @param steps its events in order, each with the number that came that far
   * @param segment the values that the report is split by; empty if it is not split
   */
  public record FlowPath(List<FlowNode> steps, List<String> segment) {
    public FlowPath {
      steps = List.copyOf(steps);
      segment = List.copyOf(segment);
    }
  }

  @Override
  public List<String> header() {
    return paths.isEmpty()
        ? List.of("step", "event", "type", "count")
        : List.of("path", "segment", "step", "event", "type", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      for (FlowNode node : steps.get(i).nodes()) {
        rows.add(
            Arrays.<@Nullable Object>asList(i + 1, node.event(), node.type(), node.totalCount()));
      }
    }
    for (int path = 0; path < paths.size(); path++) {
      String segment = String.join(", ", paths.get(path).segment());
      int step = 1;
      for (FlowNode node : paths.get(path).steps()) {
        rows.add(
            Arrays.<@Nullable Object>asList(
                path + 1, segment, step++, node.event(), node.type(), node.totalCount()));
      }
    }
    return rows;
  }
}
