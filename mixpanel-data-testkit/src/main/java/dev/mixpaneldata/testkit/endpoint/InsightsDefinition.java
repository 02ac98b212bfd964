package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/**
 * The definition of an Insights report as {@code POST /insights} takes it: one metric of one event,
 * its days, at most one property to split by. FakeMixpanel refuses a definition that it cannot
 * compute, although Mixpanel would answer, so that no test takes silence for an answer.
 */
final class InsightsDefinition {
  private InsightsDefinition() {}

  /** Returns the report that a definition describes. */
  static SegmentationRequest read(JsonNode definition, LocalDate today) throws Refusal {
    JsonNode sections = definition.path("sections");
    JsonNode metric = only(sections.path("show"), "sections.show");
    JsonNode behavior = metric.path("behavior");
    if (!behavior.path("type").asText().equals("event")) {
      throw Refusal.badRequest("FakeMixpanel knows metrics of events alone");
    }
    if (!sections.path("filter").isEmpty() || !behavior.path("filters").isEmpty()) {
      throw Refusal.badRequest("FakeMixpanel knows no filters in definitions");
    }
    JsonNode time = only(sections.path("time"), "sections.time");
    BucketUnit unit = unit(time.path("unit").asText("day"));
    CountType type = type(metric.path("measurement").path("math").asText("total"));
    SegmentationRequest request =
        SegmentationRequest.of(behavior.path("name").asText(), range(time, today))
            .with(r -> r.unit(unit).type(type));
    if (sections.path("group").isEmpty()) {
      return request;
    }
    JsonNode group = only(sections.path("group"), "sections.group");
    return request.with(r -> r.on(group.path("propertyName").asText(group.path("value").asText())));
  }

  private static JsonNode only(JsonNode section, String name) throws Refusal {
    if (section.size() != 1) {
      throw Refusal.badRequest(
          section.isEmpty()
              ? name + ": Field required"
              : "FakeMixpanel knows one element of " + name + ", not " + section.size());
    }
    return section.get(0);
  }

  private static DateRange range(JsonNode time, LocalDate today) throws Refusal {
    String type = time.path("dateRangeType").asText();
    JsonNode value = time.path("value");
    if (type.equals("between") && value.size() == 2) {
      return DateRange.of(value.get(0).asText(), value.get(1).asText());
    }
    JsonNode window = time.path("window");
    if (type.equals("in the last") && window.path("unit").asText().equals("day")) {
      return new DateRange(today.minusDays(window.path("value").asLong(1) - 1), today);
    }
    throw Refusal.badRequest("FakeMixpanel knows days between, and in the last days");
  }

  private static BucketUnit unit(String name) throws Refusal {
    return Arrays.stream(BucketUnit.values())
        .filter(u -> u.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.badRequest("Invalid unit: " + name));
  }

  private static CountType type(String math) throws Refusal {
    return switch (math) {
      case "total" -> CountType.GENERAL;
      case "unique" -> CountType.UNIQUE;
      default -> throw Refusal.badRequest("FakeMixpanel knows the maths total and unique");
    };
  }
}
