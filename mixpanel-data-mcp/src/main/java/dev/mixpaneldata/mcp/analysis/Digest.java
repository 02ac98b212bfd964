package dev.mixpaneldata.mcp.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a report's structured answer says, in a sentence with its numbers. */
final class Digest {
  private static final int NAMED = 5;

  private Digest() {}

  /** The sentence; empty for answers that are read as they are. */
  static Optional<String> of(String tool, Object value) {
    JsonNode answer = JsonText.tree(value);
    return switch (tool) {
      case "segmentation" -> Optional.of(segmentation(answer));
      case "retention" -> Optional.of(retention(answer));
      case "funnel_optimization_report" -> Optional.of(answer.path("executive_summary").asText());
      case "diagnose_metric_drop" -> Optional.of(diagnosis(answer.path("findings")));
      default -> Optional.empty();
    };
  }

  private static String segmentation(JsonNode answer) {
    Map<String, Double> totals = new TreeMap<>();
    Map<String, Double> buckets = new TreeMap<>();
    answer
        .path("series")
        .properties()
        .forEach(
            segment ->
                segment
                    .getValue()
                    .properties()
                    .forEach(
                        bucket -> {
                          totals.merge(segment.getKey(), bucket.getValue().asDouble(), Double::sum);
                          buckets.merge(bucket.getKey(), bucket.getValue().asDouble(), Double::sum);
                        }));
    boolean users = answer.path("type").asText().equals("unique");
    String head =
        "%s, %s to %s: "
            .formatted(
                answer.path("event").asText(),
                answer.path("from_date").asText(),
                answer.path("to_date").asText());
    Trend trend = Trend.of(new ArrayList<>(buckets.values()));
    String number =
        users ? users(trend, buckets.size(), answer.path("unit").asText()) : trend.words();
    return head
        + number
        + (totals.size() > 1
            ? "; " + Segments.largest(totals, trend.total(), NAMED, name -> name)
            : "")
        + ".";
  }

  private static String users(Trend trend, int buckets, String unit) {
    return buckets == 1
        ? "%,.0f users".formatted(trend.total())
        : "%,.0f users in a %s on average%s"
            .formatted(trend.dailyMean(), unit, trend.changeWords());
  }

  private static String retention(JsonNode answer) {
    List<String> shares = new ArrayList<>();
    answer
        .path("overall_retention")
        .forEach(share -> shares.add("%.1f %%".formatted(share.asDouble() * 100)));
    return "After %s, %s again in %s 0, 1, 2 and so on: %s."
        .formatted(
            answer.path("born_event").asText(),
            answer.path("return_event").asText(),
            answer.path("unit").asText(),
            String.join(", ", shares));
  }

  private static String diagnosis(JsonNode findings) {
    JsonNode driver = findings.path("primary_driver");
    String number =
        "%,.0f, where %,.0f to %,.0f are usual (%s)"
            .formatted(
                findings.path("actual").asDouble(),
                findings.path("usual_low").asDouble(),
                findings.path("usual_high").asDouble(),
                findings.path("verdict").asText());
    return driver.isObject()
        ? "%s; above all %s = %s (%,.0f, usually %,.0f to %,.0f)."
            .formatted(
                number,
                driver.path("dimension").asText(),
                driver.path("segment").asText(),
                driver.path("actual").asDouble(),
                driver.path("low").asDouble(),
                driver.path("high").asDouble())
        : number + "; no segment stands out.";
  }
}
