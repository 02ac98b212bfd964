package dev.mixpaneldata.bridge.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How each vendor's server is asked: for the names of a project, and for a report. */
enum Plans {
  /** Mixpanel's reports, in the form that its own clients send. */
  MIXPANEL {
    @Override
    Names names(Connection connection) {
      return new Names(
          listed(read(connection, "Get-Events", "{}"), "events"),
          listed(
              read(connection, "List-Properties", "{\"resource_type\":\"Event\"}"), "properties"));
    }

    @Override
    Call call(Reading reading) {
      ObjectNode report = NODES.objectNode();
      ArrayNode metrics = report.putArray("metrics");
      for (String event : reading.events()) {
        ObjectNode metric = metrics.addObject().put("eventName", event);
        metric.putObject("measurement").put("type", "basic").put("math", "unique");
      }
      report.put("unit", "day");
      ObjectNode range = report.putObject("dateRange").put("type", "relative");
      range.putObject("range").put("unit", "day").put("value", reading.days());
      reading
          .split()
          .ifPresent(
              property ->
                  report
                      .putArray("breakdowns")
                      .addObject()
                      .putObject("metric")
                      .put("type", "property")
                      .put("propertyName", property)
                      .put("propertyType", "string")
                      .put("resource", "events"));
      String type =
          switch (reading.kind()) {
            case COUNTS -> "insights";
            case FUNNEL -> "funnels";
            case RETENTION -> "retention";
          };
      ObjectNode arguments = NODES.objectNode().put("report_type", type);
      arguments.set("report", report);
      return new Call(MIXPANEL_QUERY, arguments);
    }
  },

  /** Amplitude's typed charts; which fields they take is not documented outside the server. */
  AMPLITUDE {
    @Override
    Names names(Connection connection) {
      JsonNode found = read(connection, "search_amp_data_taxonomy", "{}");
      return new Names(listed(found, "events"), listed(found, "properties"));
    }

    @Override
    Call call(Reading reading) {
      ObjectNode chart = NODES.objectNode();
      chart.put(
          "kind",
          switch (reading.kind()) {
            case COUNTS -> "segmentation";
            case FUNNEL -> "funnel";
            case RETENTION -> "retention";
          });
      ArrayNode events = chart.putArray("events");
      reading.events().forEach(event -> events.addObject().put("name", event));
      reading.split().ifPresent(property -> chart.putArray("groupBy").add(property));
      chart.put("lastDays", reading.days());
      ObjectNode arguments = NODES.objectNode();
      arguments.set("chart", chart);
      return new Call("query_amplitude_data", arguments);
    }
  };

  static final String MIXPANEL_QUERY = "Run-Query";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A call that answers. */
  record Call(String tool, ObjectNode arguments) {}

  abstract Names names(Connection connection);

  abstract Call call(Reading reading);

  static Plans of(String vendorId) {
    return valueOf(vendorId.toUpperCase(Locale.ROOT));
  }

  private static JsonNode read(Connection connection, String tool, String arguments) {
    return connection
        .call(tool, new Json(arguments))
        .data()
        .map(data -> Mappers.read(data.text()))
        .orElse(NODES.objectNode());
  }

  /** Names in a list of texts or of objects that have a name. */
  private static List<String> listed(JsonNode answer, String field) {
    List<String> names = new ArrayList<>();
    for (JsonNode element : answer.path(field)) {
      String name = element.isTextual() ? element.asText() : element.path("name").asText("");
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }
}
