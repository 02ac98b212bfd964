package dev.mixpaneldata.mcp.resource;

import dev.mixpaneldata.value.DateRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Analyses as lists of steps, each with a tool and its arguments, dates filled in. */
final class Recipes {
  private Recipes() {}

  static Object weeklyReview(LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    DateRange week = new DateRange(monday, monday.plusDays(6));
    DateRange twoWeeks = new DateRange(monday.minusWeeks(1), monday.plusDays(6));
    return recipe(
        "weekly-review",
        "Review of the week " + week,
        List.of(
            step("What is happening", "top_events", Map.of("limit", 10)),
            step(
                "Volume, with the week before",
                "event_counts",
                dates(twoWeeks, Map.of("events", List.of("signup", "purchase")))),
            step(
                "New users",
                "segmentation",
                dates(twoWeeks, Map.of("event", "signup", "unit", "day"))),
            step(
                "Who comes back",
                "retention",
                dates(week, Map.of("born_event", "signup", "unit", "day", "interval_count", 7))),
            step("Stages of growth", "product_health_dashboard", dates(week, Map.of()))),
        List.of(
            "What rose and fell against the week before",
            "Why, as far as the data shows",
            "What to watch"));
  }

  static Object churnInvestigation(LocalDate today) {
    DateRange quarter = new DateRange(today.minusDays(90), today.minusDays(1));
    return recipe(
        "churn-investigation",
        "Who stops using the product, and what they did before",
        List.of(
            step(
                "Retention by week",
                "retention",
                dates(
                    quarter, Map.of("born_event", "signup", "unit", "week", "interval_count", 12))),
            step(
                "How active users are",
                "frequency",
                dates(quarter, Map.of("unit", "week", "addiction_unit", "day"))),
            step("A local copy", "fetch_events", dates(quarter, Map.of("table", "churn"))),
            step(
                "Users silent for 30 days, with their last event",
                "sql",
                Map.of(
                    "query",
                    "SELECT last_event, count(*) AS users FROM (SELECT distinct_id, max(event_time)"
                        + " AS last_time, arg_max(event_name, event_time) AS last_event FROM churn"
                        + " GROUP BY distinct_id) WHERE last_time < current_date - 30 GROUP BY ALL"
                        + " ORDER BY users DESC LIMIT 20")),
            step(
                "Users who stay and users who leave",
                "cohort_comparison",
                Map.of(
                    "cohort_a_filter", "properties[\"plan\"] == \"pro\"",
                    "cohort_b_filter", "properties[\"plan\"] == \"free\""))),
        List.of(
            "When users leave", "What they did last", "Which group leaves more", "What to try"));
  }

  private static Object recipe(String name, String title, List<Object> steps, List<String> report) {
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("name", name);
    recipe.put("title", title);
    recipe.put("note", "Event and property names are examples; take those of list_events.");
    recipe.put("steps", steps);
    recipe.put("report_template", report);
    return recipe;
  }

  private static Object step(String purpose, String tool, Map<String, Object> arguments) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("purpose", purpose);
    step.put("tool", tool);
    step.put("arguments", arguments);
    return step;
  }

  private static Map<String, Object> dates(DateRange range, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put("from_date", range.from().toString());
    all.put("to_date", range.to().toString());
    return all;
  }
}
