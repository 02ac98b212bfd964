package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.catalogue.DiscoveryOperations;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tools of the Klavis server that this server has under other names: they call those. */
final class KlavisReads {
  private static final int USUAL_DAYS = 30;

  private final Map<String, Tool> ours;

  /** Creates tools that call these. */
  KlavisReads(List<Tool> ours) {
    this.ours = ours.stream().collect(Collectors.toMap(Tool::name, Function.identity()));
  }

  List<Tool> all() {
    return List.of(
        named(
            "mixpanel_get_events",
            "Names of events",
            EventsQuery.class,
            DiscoveryOperations.LIST_EVENTS.id(),
            EventsQuery::projectId,
            (asked, today) -> Map.of()),
        named(
            "mixpanel_get_event_properties",
            "Names of an event's properties",
            PropertiesQuery.class,
            DiscoveryOperations.LIST_PROPERTIES.id(),
            PropertiesQuery::projectId,
            (asked, today) -> Map.of("event", asked.event())),
        named(
            "mixpanel_get_event_property_values",
            "Values of an event's property",
            ValuesQuery.class,
            DiscoveryOperations.LIST_PROPERTY_VALUES.id(),
            ValuesQuery::projectId,
            (asked, today) -> Map.of("event", asked.event(), "property_name", asked.property())),
        named(
            "mixpanel_run_funnels_query",
            "How many users get from step to step",
            FunnelQuery.class,
            Report.FUNNEL.id(),
            FunnelQuery::projectId,
            (asked, today) -> asked.ours()),
        segmentation(),
        named(
            "mixpanel_run_retention_query",
            "How many users who did one event came back for another",
            RetentionQuery.class,
            Report.RETENTION.id(),
            RetentionQuery::projectId,
            (asked, today) -> asked.ours(today)),
        named(
            "mixpanel_run_frequency_query",
            "In how many hours or days users were active",
            FrequencyQuery.class,
            Report.FREQUENCY.id(),
            FrequencyQuery::projectId,
            (asked, today) -> asked.ours(today)));
  }

  private <Q extends Record> Tool named(
      String name,
      String description,
      Class<Q> type,
      String ourName,
      Function<Q, Long> project,
      BiFunction<Q, LocalDate, Map<String, Object>> arguments) {
    Tool own = own(ourName);
    return RecordTool.of(
        name,
        description + ".",
        type,
        tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE).output(own.output()),
        (asked, call) ->
            ask(own, project.apply(asked), arguments.apply(asked, call.session().today()), call));
  }

  /** Which report answers, and so the form of the answer, depends on the arguments. */
  private Tool segmentation() {
    return RecordTool.of(
        "mixpanel_run_segmentation_query",
        "How often an event happened over time, also split by a property, or its numbers.",
        SegmentationQuery.class,
        tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE).output(Schemas.object()),
        (asked, call) ->
            ask(
                own(asked.report().id()),
                asked.projectId(),
                asked.ours(call.session().today()),
                call));
  }

  private Tool own(String name) {
    Tool tool = ours.get(name);
    if (tool == null) {
      throw new IllegalArgumentException("There is no tool " + name);
    }
    return tool;
  }

  private static ToolAnswer ask(
      Tool own, long project, Map<String, Object> arguments, ToolCall call) {
    return KlavisProject.in(
        project, call.of(own.name(), arguments), inside -> own.handler().call(inside));
  }

  private static void add(Map<String, Object> arguments, String name, Optional<?> value) {
    value.ifPresent(given -> arguments.put(name, given));
  }

  private static void requireUsers(Counted metric) {
    if (metric == Counted.GENERAL) {
      throw MixpanelDataException.invalidArgument(
          "This report counts users, not events.",
          "Leave metric out, or use mixpanel_run_segmentation_query for events.");
    }
  }

  /** Events or users, in Mixpanel's words. */
  enum Counted {
    GENERAL,
    UNIQUE
  }

  /** The lengths of a bucket of time. */
  enum Bucket {
    HOUR,
    DAY,
    MONTH
  }

  /** What is made of the numbers of a property. */
  enum Aggregation {
    SUM,
    AVERAGE,
    BUCKETS
  }

  /** Days that are the last ones unless given. */
  record LastDays(
      @Param(help = "First day, inclusive; 30 days before the last by default")
          Optional<LocalDate> fromDate,
      @Param(help = "Last day, inclusive; today by default") Optional<LocalDate> toDate) {
    void addTo(Map<String, Object> arguments, LocalDate today) {
      LocalDate last = toDate.orElse(today);
      arguments.put("from_date", fromDate.orElse(last.minusDays(USUAL_DAYS)).toString());
      arguments.put("to_date", last.toString());
    }
  }

  /** Arguments of {@code mixpanel_get_events}. */
  record EventsQuery(@Param(help = KlavisProject.HELP) long projectId) {}

  /** Arguments of {@code mixpanel_get_event_properties}. */
  record PropertiesQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Name of the event") String event) {}

  /** Arguments of {@code mixpanel_get_event_property_values}. */
  record ValuesQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Name of the event") String event,
      @Param(help = "Name of the property") String property) {}

  /** A step of a funnel. */
  record Step(
      @Param(help = "Name of the event") String event,
      @Param(help = "Has no effect") Optional<String> stepLabel) {}

  /** Arguments of {@code mixpanel_run_funnels_query}. */
  record FunnelQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Steps in order: {\"event\": …}") List<Step> events,
      @Flatten DateRange range,
      @Param(help = "Users (unique) or passages (general)", defaultValue = "unique")
          Counted countType) {
    Map<String, Object> ours() {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("steps", events.stream().map(step -> Map.of("event", step.event())).toList());
      arguments.put("from_date", range.from().toString());
      arguments.put("to_date", range.to().toString());
      arguments.put("counting", countType == Counted.UNIQUE ? "unique" : "total");
      return arguments;
    }
  }

  /** Arguments of {@code mixpanel_run_segmentation_query}. */
  record SegmentationQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Name of the event") String event,
      @Flatten LastDays days,
      @Param(help = "Length of a bucket", defaultValue = "day") Bucket unit,
      @Param(help = "Events (general) or users (unique)", defaultValue = "general") Counted type,
      @Param(help = Expressions.WHERE_HELP) Optional<String> where,
      @Param(help = "Split by this property: its name, or an expression") Optional<String> on,
      @Param(help = "Instead of a split, what to make of the numbers of the property 'on'")
          Optional<Aggregation> numericalAggregation) {
    SegmentationQuery {
      if (numericalAggregation.isPresent() && on.isEmpty()) {
        throw MixpanelDataException.invalidArgument(
            "numerical_aggregation needs the property 'on'.", "Name a property with numbers.");
      }
    }

    Report<?, ?> report() {
      if (numericalAggregation.isEmpty()) {
        return Report.SEGMENTATION;
      }
      return switch (numericalAggregation.get()) {
        case SUM -> Report.SEGMENTATION_SUM;
        case AVERAGE -> Report.SEGMENTATION_AVERAGE;
        case BUCKETS -> Report.SEGMENTATION_NUMERIC;
      };
    }

    Map<String, Object> ours(LocalDate today) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("event", event);
      days.addTo(arguments, today);
      arguments.put("unit", unit);
      add(arguments, "where", where);
      add(arguments, "on", on);
      Report<?, ?> report = report();
      if (report.equals(Report.SEGMENTATION) || report.equals(Report.SEGMENTATION_NUMERIC)) {
        arguments.put("type", type);
      }
      return arguments;
    }
  }

  /** Arguments of {@code mixpanel_run_retention_query}. */
  record RetentionQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Event that a user comes back for") String event,
      @Param(help = "Event that a user begins with; the same by default")
          Optional<String> bornEvent,
      @Flatten LastDays days,
      @Param(help = "Length of an interval", defaultValue = "day") CalendarUnit unit,
      @Param(help = "Whether a row has the users new in it", defaultValue = "birth")
          RetentionType retentionType,
      @Param(help = "Number of intervals; 10 by default") Optional<Integer> intervalCount,
      @Param(help = "Users (unique)", defaultValue = "unique") Counted metric,
      @Param(help = Expressions.WHERE_HELP) Optional<String> where,
      @Param(help = "Split by this property: its name, or an expression") Optional<String> on) {
    RetentionQuery {
      requireUsers(metric);
    }

    Map<String, Object> ours(LocalDate today) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("born_event", bornEvent.orElse(event));
      arguments.put("return_event", event);
      days.addTo(arguments, today);
      arguments.put("unit", unit);
      arguments.put("retention_type", retentionType);
      add(arguments, "interval_count", intervalCount);
      add(arguments, "return_where", where);
      add(arguments, "on", on);
      return arguments;
    }
  }

  /** Arguments of {@code mixpanel_run_frequency_query}. */
  record FrequencyQuery(
      @Param(help = KlavisProject.HELP) long projectId,
      @Param(help = "Event that makes a user active") String event,
      @Param(help = "The same event; the report has no other") Optional<String> bornEvent,
      @Flatten LastDays days,
      @Param(help = "Length of time of a row", defaultValue = "day") CalendarUnit unit,
      @Param(help = "What is counted in a row: hours or days", defaultValue = "hour")
          HourOrDay addictionUnit,
      @Param(help = "Users (unique)", defaultValue = "unique") Counted metric,
      @Param(help = Expressions.WHERE_HELP) Optional<String> where,
      @Param(help = "Split by this property: its name, or an expression") Optional<String> on) {
    FrequencyQuery {
      requireUsers(metric);
      if (bornEvent.isPresent() && !bornEvent.get().equals(event)) {
        throw MixpanelDataException.invalidArgument(
            "Mixpanel's frequency has no event to begin with.",
            "Leave born_event out, or use mixpanel_run_retention_query.");
      }
    }

    Map<String, Object> ours(LocalDate today) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("event", event);
      days.addTo(arguments, today);
      arguments.put("unit", unit);
      arguments.put("addiction_unit", addictionUnit);
      add(arguments, "where", where);
      add(arguments, "on", on);
      return arguments;
    }
  }
}
