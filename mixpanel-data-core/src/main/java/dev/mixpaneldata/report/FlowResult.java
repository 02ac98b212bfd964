package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events that follow an event, or lead to it.
 *
 * @param event the event that it is drawn around; several are joined
 * @param anchors the events that it is drawn around, with their users, in order
 * @param users users with the first of them in the range
 * @param conversionRate the share of them that did the last one, 0 to 1; absent for one event, and
 *     if nobody did the first
 * @param edges the steps as a Sankey diagram draws them, in order of the steps, the most common
 *     first
 * @param paths whole paths, the most common first
 * @param tree the branches of all paths, each followed by those that grow out of it; only in that
 *     view
 * @param view which of these the rows are
 * @param definition the report in Mixpanel's own form, if it was sent so
 */
public record FlowResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    List<Anchor> anchors,
    long users,
    Optional<Double> conversionRate,
    List<Edge> edges,
    List<Path> paths,
    List<Path> tree,
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

  /** The greatest number of branches of a tree in an answer; the rarest are left out. */
  public static final int MOST_BRANCHES = 1000;

  public FlowResult {
    anchors = List.copyOf(anchors);
    tree = List.copyOf(tree);
    edges = List.copyOf(edges);
    paths = List.copyOf(paths);
  }

  /** An event that a flow is drawn around, and the users who did it. */
  public record Anchor(String event, long users) {}

  /**
   * The users who went from one event to the next.
   *
   * @param anchor the number of the event that it is counted from, 1 for the first
   * @param step the place of {@code to}: 1 is the first event after, -1 the last before
   * @param from the event nearer to the one that paths begin or end at
   * @param to the event farther from it
   */
  public record Edge(int anchor, int step, String from, String to, long users) {}

  /** The events of a path in order of time, and the number of users who took it. */
  public record Path(List<String> events, long users) {
    public Path {
      events = List.copyOf(events);
    }
  }

  /**
   * Returns the answer to a request.
   *
   * @param users the users of each of its events, in order
   * @param tree the branches of all paths; empty unless it is asked for
   */
  public static FlowResult of(
      FlowRequest request,
      List<Long> users,
      List<Edge> edges,
      List<Path> paths,
      List<Path> tree,
      Optional<Json> raw) {
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < request.events().size(); i++) {
      anchors.add(new Anchor(request.events().get(i).event(), users.get(i)));
    }
    long first = users.get(0);
    boolean several = users.size() > 1 && first > 0;
    return new FlowResult(
        anchors.stream().map(Anchor::event).collect(Collectors.joining(" > ")),
        request.range().from(),
        request.range().to(),
        anchors,
        first,
        several ? Optional.of((double) users.get(users.size() - 1) / first) : Optional.empty(),
        edges,
        paths,
        FlowTree.ordered(tree),
        request.view(),
        Optional.empty(),
        raw);
  }

  /** Returns the answer with the definition of its question. */
  public FlowResult definedBy(Json params) {
    return new FlowResult(
        event,
        fromDate,
        toDate,
        anchors,
        users,
        conversionRate,
        edges,
        paths,
        tree,
        view,
        Optional.of(params),
        raw);
  }

  @Override
  public Chart chart() {
    Chart.Bars bars = commonPaths();
    // A diagram of several events would need a place for the events between them.
    return edges.isEmpty() || anchors.size() > 1
        ? bars
        : new Chart.Flow(
            bars.title(),
            edges.stream().map(e -> new Chart.Link(e.step(), e.from(), e.to(), e.users())).toList(),
            bars);
  }

  /** Charts the most common paths. If all begin with the event, it stands in the title alone. */
  private Chart.Bars commonPaths() {
    boolean after =
        paths.stream().allMatch(path -> path.events().get(0).equals(anchors.get(0).event()));
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
    return switch (view) {
      case GRAPH -> Map.of("paths", new Paths(paths));
      case PATHS, TREE -> Map.of("edges", new Edges(edges));
    };
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

  /** Steps from event to event as a table; those around several events name the event. */
  private record Edges(List<Edge> edges) implements Tabular {
    private boolean isOfOne() {
      return edges.stream().allMatch(edge -> edge.anchor() == 1);
    }

    @Override
    public List<String> header() {
      return isOfOne()
          ? List.of("step", "from", "to", "users")
          : List.of("anchor", "step", "from", "to", "users");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
      boolean one = isOfOne();
      return edges.stream()
          .map(
              e ->
                  one
                      ? Arrays.<@Nullable Object>asList(e.step(), e.from(), e.to(), e.users())
                      : Arrays.<@Nullable Object>asList(
                          e.anchor(), e.step(), e.from(), e.to(), e.users()))
          .toList();
    }
  }

  /** The branches as a table: each event stands below the one before it. */
  private record Tree(List<Path> branches) implements Tabular {
    @Override
    public List<String> header() {
      return List.of("depth", "event", "path", "users");
    }

    @Override
    public List<List<@Nullable Object>> cells() {
      return branches.stream()
          .map(
              b ->
                  Arrays.<@Nullable Object>asList(
                      b.events().size(),
                      b.events().get(b.events().size() - 1),
                      String.join(" > ", b.events()),
                      b.users()))
          .toList();
    }
  }

  private Tabular shown() {
    return switch (view) {
      case GRAPH -> new Edges(edges);
      case PATHS -> new Paths(paths);
      case TREE -> new Tree(tree);
    };
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
