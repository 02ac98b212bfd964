package dev.mixpaneldata.testkit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.vendor.FakeVendor.Kind;
import java.time.LocalDate;
import java.util.List;

/** The answers of the tools: a small shop whose numbers follow from names and days alone. */
final class FakeAnswers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> EVENTS =
      List.of("Sign Up", "Login", "Search", "Add to Cart", "Purchase");
  private static final List<String> PROPERTIES =
      List.of("plan", "country", "acquisition", "$browser");
  private static final LocalDate LAST = LocalDate.of(2026, 8, 30);

  private final Kind kind;
  private volatile boolean wrongRegion;

  FakeAnswers(Kind kind) {
    this.kind = kind;
  }

  void asWrongRegion() {
    wrongRegion = true;
  }

  String of(String tool, JsonNode arguments) {
    JsonNode answer =
        switch (tool) {
          case "Get-Projects" -> mixpanelProjects();
          case "Get-Events" -> names("events", EVENTS);
          case "List-Properties" -> names("properties", PROPERTIES);
          case "Run-Query" -> query(arguments);
          case "get_amplitude_context" -> amplitudeProjects();
          case "search_amp_data_taxonomy" -> taxonomy();
          case "query_amplitude_data" -> amplitudeQuery(arguments);
          default -> NODES.objectNode().put("answered", tool);
        };
    return answer.isTextual() ? answer.asText() : answer.toString();
  }

  private JsonNode mixpanelProjects() {
    ObjectNode projects = NODES.objectNode();
    if (!wrongRegion) {
      projects.putObject("3018488").put("id", 3018488).put("name", "Shop");
    }
    return projects;
  }

  private static JsonNode amplitudeProjects() {
    ObjectNode context = NODES.objectNode();
    context.putObject("organization").put("name", "Shop Inc");
    ArrayNode projects = context.putArray("projects");
    projects.addObject().put("id", 100001).put("name", "Web shop");
    projects.addObject().put("id", 100002).put("name", "Sandbox");
    return context;
  }

  private static ObjectNode names(String field, List<String> names) {
    ObjectNode answer = NODES.objectNode();
    ArrayNode list = answer.putArray(field);
    names.forEach(name -> list.addObject().put("name", name));
    return answer;
  }

  private static JsonNode taxonomy() {
    ObjectNode answer = names("events", EVENTS);
    answer.setAll(names("properties", PROPERTIES));
    return answer;
  }

  private static JsonNode query(JsonNode arguments) {
    JsonNode report = arguments.path("report");
    if (!report.isObject()) {
      return NODES.textNode("Input should be a valid dictionary");
    }
    ObjectNode results =
        switch (arguments.path("report_type").asText()) {
          case "funnels" -> funnel(report);
          case "retention" -> retention(report);
          default -> insights(report);
        };
    ObjectNode answer = NODES.objectNode();
    answer.set("results", results);
    return answer.put("query_id", "q-1").put("report_url", "https://mixpanel.com/report/q-1");
  }

  private static ObjectNode insights(JsonNode report) {
    ObjectNode results = NODES.objectNode();
    ObjectNode series = results.putObject("series");
    int days = report.path("dateRange").path("range").path("value").asInt(30);
    for (JsonNode metric : report.path("metrics")) {
      String event = metric.path("eventName").asText();
      ObjectNode lines = series.putObject(event);
      JsonNode split = report.path("breakdowns").path(0).path("metric").path("propertyName");
      if (split.isTextual()) {
        days(lines.putObject("$overall"), event, days);
        values(split.asText()).forEach(value -> days(lines.putObject(value), event + value, days));
      } else {
        days(lines, event, days);
      }
    }
    return results;
  }

  private static void days(ObjectNode line, String seed, int days) {
    for (int i = days - 1; i >= 0; i--) {
      line.put(LAST.minusDays(i).toString(), count(seed, LAST.minusDays(i)));
    }
  }

  private static long count(String seed, LocalDate day) {
    long base = 40L + Math.floorMod(seed.hashCode(), 200);
    return base + Math.floorMod(day.toEpochDay() * 7, 31);
  }

  private static ObjectNode funnel(JsonNode report) {
    ObjectNode results = NODES.objectNode();
    ArrayNode steps = results.putArray("steps");
    long count = 1000;
    for (JsonNode metric : report.path("metrics")) {
      String event = metric.path("eventName").asText();
      steps.addObject().put("event", event).put("count", count);
      count = count * (40 + Math.floorMod(event.hashCode(), 40)) / 100;
    }
    return results;
  }

  private static ObjectNode retention(JsonNode report) {
    ObjectNode results = NODES.objectNode();
    ArrayNode segments = results.putArray("segments");
    String property =
        report.path("breakdowns").path(0).path("metric").path("propertyName").asText("");
    for (String value : property.isEmpty() ? List.of("all users") : values(property)) {
      ObjectNode row = segments.addObject().put("segment", value);
      for (int day : List.of(0, 1, 3, 7)) {
        row.put("day " + day, day == 0 ? 100 : 20 + Math.floorMod((value + day).hashCode(), 40));
      }
    }
    return results;
  }

  private static List<String> values(String property) {
    return switch (property) {
      case "plan" -> List.of("free", "premium");
      case "acquisition" -> List.of("paid", "organic");
      case "country" -> List.of("DE", "US", "IN");
      default -> List.of("Chrome", "Safari");
    };
  }

  private JsonNode amplitudeQuery(JsonNode arguments) {
    if (kind == Kind.AMPLITUDE && !arguments.path("projectId").isTextual()) {
      return NODES.textNode("projectId is required: this organization has 2 projects.");
    }
    JsonNode chart = arguments.path("chart");
    ObjectNode answer = NODES.objectNode().put("chartEditId", "edit-1");
    JsonNode data =
        switch (chart.path("kind").asText()) {
          case "funnel" -> funnel(asReport(chart));
          case "retention" -> retention(asReport(chart));
          default -> segmentation(chart);
        };
    answer.set("data", data);
    return answer;
  }

  /** Returns Amplitude's chart in the form of the report from which the numbers above are made. */
  private static ObjectNode asReport(JsonNode chart) {
    ObjectNode report = NODES.objectNode();
    ArrayNode metrics = report.putArray("metrics");
    chart
        .path("events")
        .forEach(e -> metrics.addObject().put("eventName", e.path("name").asText()));
    if (chart.path("groupBy").size() > 0) {
      report
          .putArray("breakdowns")
          .addObject()
          .putObject("metric")
          .put("propertyName", chart.path("groupBy").path(0).asText());
    }
    return report;
  }

  private static ObjectNode segmentation(JsonNode chart) {
    ObjectNode data = NODES.objectNode();
    ArrayNode labels = data.putArray("seriesLabels");
    ArrayNode series = data.putArray("series");
    ArrayNode times = data.putArray("xValues");
    for (int i = 6; i >= 0; i--) {
      times.add(LAST.minusDays(i).toString());
    }
    String event = chart.path("events").path(0).path("name").asText();
    String property = chart.path("groupBy").path(0).asText("");
    for (String value : property.isEmpty() ? List.of(event) : values(property)) {
      labels.add(value);
      ArrayNode line = series.addArray();
      for (int i = 6; i >= 0; i--) {
        line.add(count(event + value, LAST.minusDays(i)));
      }
    }
    return data;
  }
}
