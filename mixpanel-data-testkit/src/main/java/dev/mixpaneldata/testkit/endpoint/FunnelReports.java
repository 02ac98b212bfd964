package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The endpoints {@code /funnels} and {@code /funnels/list}. */
final class FunnelReports {
  /** The largest segments are chosen over the whole range, not in each bucket. */
  private static final Optional<Integer> EVERY_SEGMENT = Optional.of(10_000);

  private final ReportSource source;

  FunnelReports(ReportSource source) {
    this.source = source;
  }

  JsonNode list(Arguments ignored) {
    ArrayNode funnels = JsonNodeFactory.instance.arrayNode();
    source
        .world()
        .saved()
        .funnels()
        .forEach(f -> funnels.addObject().put("funnel_id", f.id()).put("name", f.name()));
    return funnels;
  }

  JsonNode funnel(Arguments arguments) throws Refusal {
    String id = arguments.required("funnel_id");
    SavedFunnel funnel =
        source.world().saved().funnels().stream()
            .filter(f -> Long.toString(f.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest("Funnel not found: " + id));
    List<DateRange> parts = parts(arguments);
    FunnelRequest whole = request(funnel, arguments, arguments.range(), arguments.integer("limit"));
    List<String> segments = List.copyOf(source.reports().funnel(whole).segments().keySet());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode dates = answer.putObject("meta").putArray("dates");
    ObjectNode data = answer.putObject("data");
    for (int i = 0; i < parts.size(); i++) {
      FunnelRequest part = request(funnel, arguments, parts.get(i), EVERY_SEGMENT);
      FunnelResult result = source.reports().funnel(part);
      String date = names(arguments).get(i);
      dates.add(date);
      ObjectNode entry = data.putObject(date);
      if (whole.on().isEmpty()) {
        entry.set("steps", steps(result.steps()));
        entry.set("analysis", analysis(result.steps()));
      } else {
        entry.set("$overall", steps(result.steps()));
        segments.stream()
            .filter(result.segments()::containsKey)
            .forEach(s -> entry.set(s, steps(result.segments().getOrDefault(s, List.of()))));
      }
    }
    return answer;
  }

  private static FunnelRequest request(
      SavedFunnel funnel, Arguments arguments, DateRange range, Optional<Integer> limit)
      throws Refusal {
    FunnelRequestBuilder options = FunnelRequest.of(range, funnel.steps()).with();
    Optional<Integer> length = arguments.integer("length");
    ConversionWindow window =
        length.isEmpty()
            ? funnel.window()
            : new ConversionWindow(
                length.get(), arguments.choice("length_unit", WindowUnit.class, WindowUnit.DAY));
    options.window(new ConversionWindow(window.length(), window.lengthUnit()));
    CountReports.on(arguments).ifPresent(options::on);
    arguments.text("where").ifPresent(options::where);
    limit.ifPresent(options::limit);
    return options.build();
  }

  /** Returns the names of the buckets. */
  private static List<String> names(Arguments arguments) throws Refusal {
    DateRange range = arguments.range();
    return arguments.text("unit").isPresent()
        ? Buckets.of(range, arguments.choice("unit", CalendarUnit.class, CalendarUnit.DAY).unit())
        : Buckets.ofDays(range, arguments.integer("interval").orElse(1));
  }

  /** Returns the days of each bucket that are in the range. */
  private static List<DateRange> parts(Arguments arguments) throws Refusal {
    DateRange range = arguments.range();
    List<LocalDate> starts = names(arguments).stream().map(LocalDate::parse).toList();
    List<DateRange> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      parts.add(
          new DateRange(
              starts.get(i).isBefore(range.from()) ? range.from() : starts.get(i),
              i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : range.to()));
    }
    return parts;
  }

  private static ArrayNode steps(List<FunnelStep> steps) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (FunnelStep step : steps) {
      array
          .addObject()
          .put("count", step.count())
          .put("event", step.event())
          .put("goal", step.event())
          .put("step_conv_ratio", step.conversionRate())
          .put("overall_conv_ratio", step.overallConversionRate())
          .put("avg_time", step.averageSeconds().orElse(null))
          .put("avg_time_from_start", step.averageSecondsFromStart().orElse(null));
    }
    return array;
  }

  /**
   * Returns the analysis. The worst step is the one with the smallest share of the step before it.
   */
  private static ObjectNode analysis(List<FunnelStep> steps) {
    int worst = 1;
    for (int i = 2; i < steps.size(); i++) {
      worst = steps.get(i).conversionRate() < steps.get(worst).conversionRate() ? i : worst;
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("completion", steps.get(steps.size() - 1).count())
        .put("starting_amount", steps.get(0).count())
        .put("steps", steps.size())
        .put("worst", worst);
  }
}
