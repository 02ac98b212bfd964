package dev.mixpaneldata.cli.chart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;

/** Charts as specifications of Vega-Lite, for tools that draw or change them. */
final class VegaLite {
  private final ObjectNode root = Mappers.json().createObjectNode();
  private final ArrayNode values;
  private final ObjectNode encoding;

  private VegaLite(String title, String mark) {
    root.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json").put("title", title);
    root.put("width", 640);
    values = root.putObject("data").putArray("values");
    root.putObject("mark").put("type", mark).put("tooltip", true);
    encoding = root.putObject("encoding");
  }

  /** Returns the specification of a chart on one line. */
  static String of(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines(lines);
    }
    if (chart instanceof Chart.Bars bars) {
      return bars(bars.title(), List.of(new Chart.Group("", bars.bars())));
    }
    if (chart instanceof Chart.Flow flow) {
      return of(flow.paths());
    }
    return chart instanceof Chart.Groups groups
        ? bars(groups.title(), groups.groups())
        : heat((Chart.Heatmap) chart);
  }

  private static String lines(Chart.Lines chart) {
    VegaLite vega = new VegaLite(chart.title(), "line");
    for (Chart.Series series : chart.series()) {
      for (int i = 0; i < chart.times().size(); i++) {
        vega.value(series.values().get(i))
            .put("time", chart.times().get(i))
            .put("name", series.name());
      }
    }
    vega.axis("x", "time", "ordinal");
    vega.axis("y", "value", "quantitative");
    vega.axis("color", "name", "nominal");
    return vega.root.toString();
  }

  private static String bars(String title, List<Chart.Group> groups) {
    VegaLite vega = new VegaLite(title, "bar");
    for (Chart.Group group : groups) {
      for (Chart.Bar bar : group.bars()) {
        vega.value(bar.value())
            .put("name", bar.label())
            .put("group", group.label())
            .put("note", bar.note());
      }
    }
    vega.axis("y", "name", "nominal").putNull("sort");
    vega.axis("x", "value", "quantitative");
    if (groups.size() > 1) {
      vega.axis("row", "group", "nominal").putNull("sort");
    }
    return vega.root.toString();
  }

  private static String heat(Chart.Heatmap chart) {
    VegaLite vega = new VegaLite(chart.title(), "rect");
    for (int row = 0; row < chart.rows().size(); row++) {
      for (int column = 0; column < chart.shares().get(row).size(); column++) {
        Double share = chart.shares().get(row).get(column);
        if (share != null) {
          vega.value(share)
              .put("row", chart.rows().get(row))
              .put("column", chart.columns().get(column))
              .put("complete", chart.isComplete(row, column));
        }
      }
    }
    vega.axis("y", "row", "ordinal").putNull("sort");
    vega.axis("x", "column", "ordinal").putNull("sort");
    vega.axis("color", "value", "quantitative");
    return vega.root.toString();
  }

  private ObjectNode value(double number) {
    ObjectNode value = values.addObject();
    return Double.isFinite(number) ? value.put("value", number) : value.putNull("value");
  }

  private ObjectNode axis(String channel, String field, String type) {
    return encoding.putObject(channel).put("field", field).put("type", type);
  }
}
