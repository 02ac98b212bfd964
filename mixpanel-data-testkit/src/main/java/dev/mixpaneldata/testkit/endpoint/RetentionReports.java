package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.HourOrDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints {@code /retention} and {@code /retention/addiction}. The shape of split answers is
 * not documented; here segments stand inside dates, with the whole among them as {@code $overall}.
 */
final class RetentionReports {
  private static final String OVERALL = "$overall";

  private final ReportSource source;

  RetentionReports(ReportSource source) {
    this.source = source;
  }

  JsonNode retention(Arguments arguments) throws Refusal {
    RetentionResult result = source.reports().retention(request(arguments));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (RetentionCohort cohort : result.cohorts()) {
      if (result.segmentProperty().isEmpty()) {
        answer.set(cohort.date(), row(cohort));
      } else {
        ObjectNode date = answer.putObject(cohort.date());
        date.set(OVERALL, row(cohort));
      }
    }
    result
        .segments()
        .forEach(
            (segment, cohorts) ->
                cohorts.forEach(
                    cohort -> answer.withObject("/" + cohort.date()).set(segment, row(cohort))));
    return answer;
  }

  private static RetentionRequest request(Arguments arguments) throws Refusal {
    if (arguments.text("unit").isPresent() && arguments.integer("interval").orElse(1) != 1) {
      throw Refusal.badRequest("unit and interval both specified");
    }
    RetentionType type =
        arguments.choice("retention_type", RetentionType.class, RetentionType.BIRTH);
    // Without an event Mixpanel counts every event; no client of ours asks for that.
    String event = arguments.required("event");
    boolean birth = type == RetentionType.BIRTH;
    return new RetentionRequest(
        birth ? arguments.required("born_event") : event,
        Optional.of(event),
        ReportDays.of(arguments.range()),
        birth ? arguments.text("born_where") : Optional.empty(),
        arguments.text("where"),
        Optional.empty(),
        arguments.choice("unit", CalendarUnit.class, CalendarUnit.DAY),
        arguments.integer("interval").orElse(1),
        arguments.integer("interval_count").orElse(1),
        List.of(),
        type,
        RetentionAlignment.ROLLING,
        arguments.flag("unbounded_retention", false)
            ? UnboundedMode.CARRY_BACK
            : UnboundedMode.NONE,
        CountReports.on(arguments),
        arguments.integer("limit"));
  }

  private static ObjectNode row(RetentionCohort cohort) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set("counts", numbers(cohort.counts()));
    return row.put("first", cohort.size());
  }

  JsonNode frequency(Arguments arguments) throws Refusal {
    FrequencyResult result =
        source
            .reports()
            .frequency(
                new FrequencyRequest(
                    arguments.range(),
                    arguments.choice("unit", CalendarUnit.class, CalendarUnit.DAY),
                    arguments.choice("addiction_unit", HourOrDay.class, HourOrDay.HOUR),
                    arguments.text("event"),
                    arguments.text("where"),
                    CountReports.on(arguments),
                    arguments.integer("limit")));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode data = answer.putObject("data");
    if (result.segmentProperty().isEmpty()) {
      result.data().forEach((date, users) -> data.set(date, numbers(users)));
      return answer;
    }
    addSegment(data, OVERALL, result.data());
    result.segments().forEach((segment, rows) -> addSegment(data, segment, rows));
    return answer;
  }

  private static void addSegment(ObjectNode data, String segment, Map<String, List<Long>> rows) {
    rows.forEach((date, users) -> data.withObject("/" + date).set(segment, numbers(users)));
  }

  private static ArrayNode numbers(List<Long> numbers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    numbers.forEach(array::add);
    return array;
  }
}
