package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events that follow an event, or lead to it.
 *
 * @param users users with the event in the range
 * @param edges the steps as a Sankey diagram draws them, in order of the steps, the most common
 *     first
 * @param paths whole paths, the most common first
 * @param view which of both the rows are
 * @param definition the report in Mixpanel's own form, if it was sent so
 */
public record FlowResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    long users,
    List<Edge> edges,
    List<Path> paths,
    FlowView view,
    @Hidden Optional<Json> definition,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** Stands for the events of a step that are too rare to be named. */
  public static final String OTHER = "$other";

  /** Stands for no further event within the window. */
  public static final String DROPOFF = "$dropoff";

  /** The greatest number of whole paths in an answer. */
  public static final int MOST_PATHS = 100;

  /** The greatest number of bars in a chart: paths beyond these are rare. */
  private static final int CHARTED_PATHS = 15;

  public FlowResult {
    edges = List.copyOf(edges);
    paths = List.copyOf(paths);
  }

  /**
   * The users who went from one event to the next.
   *
   * @param step the place of {@code to}: 1 is the first event after, -1 the last before
   * @param from the event nearer to the one that paths begin or end at
   * @param to the event farther from it
   */
  public record Edge(int step, String from, String to, long users) {}

  /** The events of a path in order of time, and the number of users who took it. */
  public record Path(List<String> events, long users) {
    public Path {
      events = List.copyOf(events);
    }
  }

  /** Returns the answer to a request. */
  public static FlowResult of(
      FlowRequest request, long users, List<Edge> edges, List<Path> paths, Optional<Json> raw) {
    return new FlowResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        users,
        edges,
        paths,
        request.view(),
        Optional.empty(),
        raw);
  }

  /** Returns the answer with the definition of its question. */
  public FlowResult definedBy(Json params) {
    return new FlowResult(
        event, fromDate, toDate, users, edges, paths, view, Optional.of(params), raw);
  }

  @Override
  public Chart chart() {
    Chart.Bars bars = commonPaths();
    return edges.isEmpty()
        ? bars
        : new Chart.Flow(
            bars.title(),
            edges.stream().map(e -> new Chart.Link(e.step(), e.from(), e.to(), e.users())).toList(),
            bars);
  }

  /** Charts the most common paths. If all begin with the event, it stands in the title alone. */
  private Chart.Bars commonPaths() {
    boolean after = paths.stream().allMatch(path -> path.events().get(0).equals(event));
    return ReportCharts.bars(
        users
            + " users "
            + (after ? "after " : "around ")
            + event
            + ", "
            + ReportCharts.period(fromDate, toDate),
        paths.stream()
            .limit(CHARTED_PATHS)
            .map(
                path ->
                    new Chart.Bar(
                        String.join(
                            " > ", path.events().subList(after ? 1 : 0, path.events().size())),
                        path.users(),
                        ReportCharts.percent((double) path.users() / users)))
            .toList());
  }

  @Override
  public Map<String, Tabular> further() {
    return view == FlowView.PATHS
        ? Map.of("edges", new Edges(edges))
        : Map.of("paths", new Paths(paths));
  }

  /** Whole paths as a table. */
  private record Paths(List<Path> paths) implements Tabular {
    @Override
    public List<String> header() {
      return List.of("path", "users");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
      return paths.stream()
          .map(p -> Arrays.<@Nullable Object>asList(String.join(" > ", p.events()), p.users()))
          .toList();
    }
  }

  /** Steps from event to event as a table. */
  private record Edges(List<Edge> edges) implements Tabular {
    @Override
    public List<String> header() {
      return List.of("step", "from", "to", "users");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
      return edges.stream()
          .map(e -> Arrays.<@Nullable Object>asList(e.step(), e.from(), e.to(), e.users()))
          .toList();
    }
  }

  private Tabular shown() {
    return view == FlowView.PATHS ? new Paths(paths) : new Edges(edges);
  }

  @Override
  public List<String> header() {
    return shown().header();
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return shown().cells();
  }
}
