package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.saved.ReportLine;
import dev.mixpaneldata.report.saved.SavedFlowsRequest;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real answers of Mixpanel are read without loss: each number that was sent is in the result. */
class RecordedAnswersTest extends WireTestCase {
  static Stream<Vectors.Case> insights() {
    return Vectors.read("recorded.jsonl", c -> c.id().startsWith("query-insights"));
  }

  static Stream<Vectors.Case> flows() {
    return Vectors.read("recorded.jsonl", c -> c.id().startsWith("query-arb-funnels"));
  }

  @ParameterizedTest
  @MethodSource("insights")
  void everyNumberOfAnInsightsReportIsThere(Vectors.Case recorded) {
    JsonNode sent = recorded.answer();
    answer("/query/insights", sent.toString());
    if (sent.has("error")) {
      assertThatThrownBy(() -> workspace.savedReports().insights(5))
          .isInstanceOf(MixpanelDataException.class)
          .hasMessageNotContaining("UserVisibleParamsError");
      return;
    }
    SavedReportResult result = workspace.savedReports().insights(5);
    assertThat(numbers(result.lines())).isEqualTo(numbers(sent.path("series")));
    assertThat(result.comparison().map(c -> numbers(c.lines())).orElse(List.of()))
        .isEqualTo(numbers(sent.path("time_comparison").path("series")));
    int numbers =
        Stream.of("series", "secondary", "time_comparison", "lift_comparison")
            .mapToInt(
                part ->
                    numbers(
                            part.equals("series")
                                ? sent.path(part)
                                : sent.path(part).path("series"))
                        .size())
            .sum();
    List<String> header = result.header();
    long shown =
        result.cells().stream()
            .mapToLong(
                row ->
                    Stream.of("value", "previous", "change", "count", "size")
                        .filter(header::contains)
                        .map(column -> row.get(header.indexOf(column)))
                        .filter(Objects::nonNull)
                        .count())
            .sum();
    assertThat(shown).isEqualTo(numbers);
    assertThat(result.cells()).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
  }

  /** A number alone is not enough: it must be that of its metric, segment and date. */
  @ParameterizedTest
  @MethodSource("insights")
  void everyNumberHasItsMetricSegmentAndDate(Vectors.Case recorded) {
    JsonNode sent = recorded.answer();
    Assumptions.assumeFalse(sent.has("error"));
    answer("/query/insights", sent.toString());
    SavedReportResult result = workspace.savedReports().insights(5);
    assertThat(leaves(result.lines())).isEqualTo(leaves(sent.path("series")));
    assertThat(result.comparison().map(c -> leaves(c.lines())).orElse(Map.of()))
        .isEqualTo(leaves(sent.path("time_comparison").path("series")));
    assertThat(leaves(result.changes()))
        .isEqualTo(leaves(sent.path("lift_comparison").path("series")));
    assertThat(rows(result, "value")).isEqualTo(leaves(sent.path("series")));
    assertThat(rows(result, "change"))
        .isEqualTo(leaves(sent.path("lift_comparison").path("series")));
    String second = result.header().contains("size") ? "size" : "count";
    assertThat(rows(result, second)).isEqualTo(leaves(sent.path("secondary").path("series")));
    Map<List<String>, Double> before = leaves(sent.path("time_comparison").path("series"));
    assertThat(List.copyOf(rows(result, "previous").values()))
        .isEqualTo(List.copyOf(before.values()));
  }

  /** A split funnel has the counts and times of each segment, and their sum as the whole. */
  @ParameterizedTest
  @MethodSource("insights")
  void everyStepOfAFunnelIsThatOfItsSegment(Vectors.Case recorded) {
    JsonNode sent = recorded.answer();
    JsonNode headers = sent.path("headers");
    Assumptions.assumeTrue(headers.path(headers.size() - 1).asText().equals("Step"));
    answer("/query/insights", sent.toString());
    JsonNode segments = sent.path("series").iterator().next();
    int steps = segments.iterator().next().path("count").size();
    FunnelResult result =
        workspace
            .reports()
            .funnel(
                FunnelRequest.ofEvents(
                        DateRange.of("2023-05-02", "2023-05-31"),
                        Collections.nCopies(steps, "X").toArray(String[]::new))
                    .with(r -> r.on("segment")));
    assertThat(result.segments()).hasSize(segments.size());
    long entered = 0;
    for (Map.Entry<String, JsonNode> segment : segments.properties()) {
      List<FunnelStep> read = Objects.requireNonNull(result.segments().get(segment.getKey()));
      for (Map.Entry<String, JsonNode> step : segment.getValue().path("count").properties()) {
        int number = Integer.parseInt(step.getKey().substring(0, step.getKey().indexOf('.')));
        FunnelStep there = read.get(number - 1);
        assertThat(there.event())
            .isEqualTo(step.getKey().substring(step.getKey().indexOf(' ') + 1));
        assertThat(there.count()).isEqualTo(step.getValue().path("all").asLong());
        JsonNode time = segment.getValue().path("avg_time").path(step.getKey()).path("all");
        assertThat(there.averageSeconds())
            .isEqualTo(time.isNumber() ? Optional.of(time.doubleValue()) : Optional.empty());
        entered += number == 1 ? there.count() : 0;
      }
    }
    assertThat(result.steps().get(0).count()).isEqualTo(entered);
  }

  /** Returns the numbers of a tree by their path; {@code $overall} at the end is left out. */
  private static Map<List<String>, Double> leaves(JsonNode series) {
    Map<List<String>, Double> leaves = new LinkedHashMap<>();
    collect(series, List.of(), leaves);
    return leaves;
  }

  private static void collect(JsonNode node, List<String> path, Map<List<String>, Double> leaves) {
    if (node.isNumber()) {
      String bucket = path.get(path.size() - 1);
      leaves.put(place(path.subList(0, path.size() - 1), bucket), node.doubleValue());
      return;
    }
    node.properties()
        .forEach(
            child -> {
              List<String> longer = new ArrayList<>(path);
              longer.add(child.getKey());
              collect(child.getValue(), longer, leaves);
            });
  }

  private static List<String> place(List<String> path, String bucket) {
    List<String> place = new ArrayList<>(path);
    while (place.size() > 1 && place.get(place.size() - 1).equals("$overall")) {
      place.remove(place.size() - 1);
    }
    place.add(bucket);
    return place;
  }

  private static Map<List<String>, Double> leaves(List<ReportLine> lines) {
    Map<List<String>, Double> leaves = new LinkedHashMap<>();
    for (ReportLine line : lines) {
      List<String> path = new ArrayList<>(List.of(line.metric()));
      path.addAll(line.segment());
      line.values()
          .forEach(
              (bucket, number) -> {
                if (number != null) {
                  leaves.put(place(path, bucket), number.doubleValue());
                }
              });
    }
    return leaves;
  }

  /** Returns the numbers of one column by the metric, segment and date of their rows. */
  private static Map<List<String>, Double> rows(SavedReportResult result, String column) {
    Map<List<String>, Double> found = new LinkedHashMap<>();
    List<String> header = result.header();
    int levels = header.contains("date") ? header.indexOf("date") : header.indexOf("value");
    for (List<@Nullable Object> row : result.cells()) {
      if (header.contains(column) && row.get(header.indexOf(column)) instanceof Number number) {
        String bucket =
            header.contains("date") ? String.valueOf(row.get(header.indexOf("date"))) : "all";
        List<String> path = row.subList(0, levels).stream().map(String::valueOf).toList();
        found.put(place(path, bucket), number.doubleValue());
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("flows")
  void everyCountOfAFlowIsThere(Vectors.Case recorded) {
    JsonNode sent = recorded.answer();
    answer("/query/arb_funnels", sent.toString());
    SavedFlowsResult result = workspace.savedReports().flows(new SavedFlowsRequest(5));
    List<Long> expected = new ArrayList<>();
    sent.path("steps")
        .forEach(s -> s.path("nodes").forEach(n -> expected.add(n.path("totalCount").asLong())));
    sent.path("flows")
        .forEach(
            f -> f.path("flowSteps").forEach(n -> expected.add(n.path("totalCount").asLong())));
    int count = result.header().indexOf("count");
    assertThat(result.cells()).extracting(row -> row.get(count)).isEqualTo(expected);
    assertThat(expected).isNotEmpty();
    List<Long> edges = new ArrayList<>();
    sent.path("steps")
        .forEach(
            s ->
                s.path("nodes")
                    .forEach(
                        n ->
                            n.path("edges")
                                .forEach(e -> edges.add(e.path("totalCount").asLong()))));
    assertThat(
            result.steps().stream()
                .flatMap(step -> step.nodes().stream())
                .flatMap(node -> node.targets().stream())
                .map(SavedFlowsResult.FlowTarget::totalCount))
        .isEqualTo(edges);
  }

  private static List<Double> numbers(List<ReportLine> lines) {
    List<Double> numbers = new ArrayList<>();
    for (ReportLine line : lines) {
      for (@Nullable Number number : line.values().values()) {
        if (number != null) {
          numbers.add(number.doubleValue());
        }
      }
    }
    return numbers;
  }

  /** The numbers of a tree in their order, whatever its depth. */
  private static List<Double> numbers(JsonNode node) {
    if (node.isNumber()) {
      return List.of(node.doubleValue());
    }
    List<Double> numbers = new ArrayList<>();
    node.forEach(child -> numbers.addAll(numbers(child)));
    return numbers;
  }
}
