package dev.mixpaneldata.bridge.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Charts as JSON and back; a number that is not there is null. */
public final class ChartCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ChartCodec() {}

  /** Returns a chart as JSON; docs/boards.md describes the format. */
  public static String text(Chart chart) {
    return write(chart).toString();
  }

  static ObjectNode write(Chart chart) {
    ObjectNode node = NODES.objectNode();
    if (chart instanceof Chart.Lines lines) {
      node.put("kind", "lines").put("title", lines.title());
      lines.times().forEach(node.putArray("times")::add);
      ArrayNode series = node.putArray("series");
      for (Chart.Series line : lines.series()) {
        ArrayNode values = series.addObject().put("name", line.name()).putArray("values");
        line.values().forEach(value -> values.add(number(value)));
      }
      node.put("series_in_all", lines.inAll());
    } else if (chart instanceof Chart.Bars bars) {
      node.put("kind", "bars").put("title", bars.title());
      writeBars(node, bars.bars());
    } else if (chart instanceof Chart.Groups groups) {
      node.put("kind", "groups").put("title", groups.title()).put("note", groups.note());
      ArrayNode list = node.putArray("groups");
      groups.groups().forEach(g -> writeBars(list.addObject().put("label", g.label()), g.bars()));
    } else if (chart instanceof Chart.Flow flow) {
      node.put("kind", "flow").put("title", flow.title());
      ArrayNode links = node.putArray("links");
      for (Chart.Link link : flow.links()) {
        ObjectNode written =
            links
                .addObject()
                .put("step", link.step())
                .put("from", link.from())
                .put("to", link.to());
        written.set("value", number(link.value()));
      }
      node.set("paths", write(flow.paths()));
    } else {
      Chart.Heatmap map = (Chart.Heatmap) chart;
      node.put("kind", "heatmap").put("title", map.title()).put("note", map.note());
      map.rows().forEach(node.putArray("rows")::add);
      map.columns().forEach(node.putArray("columns")::add);
      ArrayNode shares = node.putArray("shares");
      for (List<@Nullable Double> row : map.shares()) {
        ArrayNode values = shares.addArray();
        row.forEach(share -> values.add(number(share)));
      }
      map.complete().forEach(node.putArray("complete")::add);
    }
    return node;
  }

  static Chart read(JsonNode node) {
    String title = node.path("title").asText();
    return switch (node.path("kind").asText()) {
      case "lines" ->
          new Chart.Lines(
              title,
              list(node.path("times"), JsonNode::asText),
              list(
                  node.path("series"),
                  s ->
                      new Chart.Series(
                          s.path("name").asText(),
                          list(s.path("values"), v -> v.asDouble(Double.NaN)))),
              node.path("series_in_all").asLong());
      case "bars" -> new Chart.Bars(title, bars(node));
      case "groups" ->
          new Chart.Groups(
              title,
              list(node.path("groups"), g -> new Chart.Group(g.path("label").asText(), bars(g))),
              node.path("note").asText());
      case "flow" ->
          new Chart.Flow(
              title,
              list(
                  node.path("links"),
                  l ->
                      new Chart.Link(
                          l.path("step").asInt(),
                          l.path("from").asText(),
                          l.path("to").asText(),
                          l.path("value").asDouble())),
              new Chart.Bars(node.path("paths").path("title").asText(), bars(node.path("paths"))));
      case "heatmap" -> heatmap(title, node);
      default ->
          throw new IllegalArgumentException(
              "There is no kind of chart '" + node.path("kind").asText() + "'.");
    };
  }

  private static Chart.Heatmap heatmap(String title, JsonNode node) {
    List<String> rows = list(node.path("rows"), JsonNode::asText);
    List<List<@Nullable Double>> shares = new ArrayList<>();
    for (JsonNode row : node.path("shares")) {
      List<@Nullable Double> values = new ArrayList<>();
      row.forEach(value -> values.add(value.isNumber() ? value.doubleValue() : null));
      shares.add(values);
    }
    List<Integer> complete = list(node.path("complete"), JsonNode::asInt);
    if (shares.size() != rows.size() || complete.size() != rows.size()) {
      throw new IllegalArgumentException("The heatmap '" + title + "' is not whole.");
    }
    return new Chart.Heatmap(
        title,
        rows,
        list(node.path("columns"), JsonNode::asText),
        shares,
        complete,
        node.path("note").asText());
  }

  private static void writeBars(ObjectNode node, List<Chart.Bar> bars) {
    ArrayNode list = node.putArray("bars");
    bars.forEach(
        bar -> {
          ObjectNode written = list.addObject().put("label", bar.label());
          written.set("value", number(bar.value()));
          written.put("note", bar.note());
        });
  }

  private static List<Chart.Bar> bars(JsonNode node) {
    return list(
        node.path("bars"),
        b ->
            new Chart.Bar(
                b.path("label").asText(), b.path("value").asDouble(), b.path("note").asText()));
  }

  private static JsonNode number(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return NODES.nullNode();
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? NODES.numberNode((long) (double) value) : NODES.numberNode(value);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }
}
