package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Unlisted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What users do after, or before, an event.
 *
 * @param computedAt when Mixpanel computed it, as it says
 * @param steps the steps in order, each with the events that users go to
 * @param breakdowns as Mixpanel gives them
 * @param overallConversionRate the share that reached the last anchor, 0 to 1
 * @param metadata as Mixpanel gives it
 */
public record FlowsResult(
    long bookmarkId,
    Optional<String> computedAt,
    List<FlowStep> steps,
    List<Json> breakdowns,
    double overallConversionRate,
    Optional<Json> metadata,
    @Unlisted Optional<Json> raw)
    implements ReportResult {
  public FlowsResult {
    steps = List.copyOf(steps);
    breakdowns = List.copyOf(breakdowns);
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
   * @param totalCount how many came here
   * @param edges where they went, as Mixpanel gives it
   */
  public record FlowNode(String event, String type, long totalCount, Optional<Json> edges) {}

  @Override
  public List<String> header() {
    return List.of("step", "event", "type", "count");
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
    return rows;
  }
}
