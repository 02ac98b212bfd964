package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.naive.NaiveEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a cohort that is not saved: a tree of conditions on profiles, on saved cohorts and
 * on how often users did events. FakeMixpanel refuses what it cannot compute, although Mixpanel
 * would answer.
 */
final class CohortDefinition {
  private final ReportSource source;
  private final JsonNode behaviors;
  private final Map<String, Map<String, Long>> counts = new HashMap<>();

  private CohortDefinition(ReportSource source, JsonNode behaviors) {
    this.source = source;
    this.behaviors = behaviors;
  }

  /** Returns the distinct ids of the members, with and without a profile. */
  static Set<String> members(ReportSource source, JsonNode definition) throws Refusal {
    Arguments.refuseOthers("raw_cohort", definition, Set.of("selector", "behaviors", "name"));
    CohortDefinition cohort = new CohortDefinition(source, definition.path("behaviors"));
    Map<String, JsonNode> profiles = new HashMap<>();
    JsonNode none = JsonNodeFactory.instance.objectNode();
    source.reports().events().stream()
        .map(NaiveEvent::distinctId)
        .filter(id -> !id.isEmpty())
        .forEach(id -> profiles.put(id, none));
    for (Profile profile : source.world().profiles()) {
      profiles.put(profile.distinctId(), Profile.readableProperties(profile.json()));
    }
    Set<String> members = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> user : profiles.entrySet()) {
      if (cohort.has(definition.path("selector"), user.getKey(), user.getValue())) {
        members.add(user.getKey());
      }
    }
    return members;
  }

  private boolean has(JsonNode node, String user, JsonNode profile) throws Refusal {
    if (node.has("children")) {
      boolean all = !node.path("operator").asText().equals("or");
      for (JsonNode child : node.path("children")) {
        if (has(child, user, profile) != all) {
          return !all;
        }
      }
      return all;
    }
    String operator = node.path("operator").asText();
    JsonNode operand = node.path("operand");
    return switch (node.path("property").asText()) {
      case "behaviors" ->
          compare(operator, count(node.path("value").asText(), user), operand.asDouble());
      case "cohort" -> saved(node.path("value").asText(), user) == operator.equals("in");
      case "user" -> property(profile.path(node.path("value").asText()), operator, operand);
      default -> throw Refusal.badRequest("Invalid selector: " + node);
    };
  }

  private boolean saved(String cohort, String user) throws Refusal {
    Set<String> members = source.world().cohorts().get(cohort);
    if (members == null) {
      throw Refusal.badRequest("Unknown cohort: " + cohort);
    }
    return members.contains(user);
  }

  private static boolean property(JsonNode value, String operator, JsonNode operand)
      throws Refusal {
    boolean defined = !value.isMissingNode() && !value.isNull();
    return switch (operator) {
      case "defined" -> defined;
      case "not defined" -> !defined;
      case "in" -> value.isTextual() && value.asText().contains(operand.asText());
      case "not in" -> !value.isTextual() || !value.asText().contains(operand.asText());
      case "==" -> equal(value, operand);
      case "!=" -> !equal(value, operand);
      default -> value.isNumber() && compare(operator, value.asDouble(), operand.asDouble());
    };
  }

  /** A text and a number are never equal. */
  private static boolean equal(JsonNode value, JsonNode operand) {
    return operand.isNumber()
        ? value.isNumber() && value.asDouble() == operand.asDouble()
        : value.isTextual() && value.asText().equals(operand.asText());
  }

  private static boolean compare(String operator, double value, double operand) throws Refusal {
    return switch (operator) {
      case "==" -> value == operand;
      case ">=" -> value >= operand;
      case "<=" -> value <= operand;
      case ">" -> value > operand;
      case "<" -> value < operand;
      default -> throw Refusal.badRequest("Invalid operator: " + operator);
    };
  }

  private long count(String behavior, String user) throws Refusal {
    Map<String, Long> known = counts.get(behavior);
    if (known == null) {
      known = counted(behaviors.path(behavior));
      counts.put(behavior, known);
    }
    return known.getOrDefault(user, 0L);
  }

  private Map<String, Long> counted(JsonNode behavior) throws Refusal {
    JsonNode selector = behavior.at("/count/event_selector");
    if (!selector.has("event")) {
      throw Refusal.badRequest("FakeMixpanel counts events of one name");
    }
    Optional<String> where =
        DefinitionFilters.condition(
            selector.path("selector").path("children"),
            selector.path("selector").path("operator").asText().equals("or"));
    LocalDate today = LocalDate.ofInstant(source.world().clock().instant(), source.zone());
    boolean dated = behavior.has("from_date");
    if (!dated && !behavior.at("/window/unit").asText().equals("day")) {
      throw Refusal.badRequest("FakeMixpanel knows dates, and windows of days");
    }
    LocalDate from =
        dated
            ? LocalDate.parse(behavior.path("from_date").asText())
            : today.minusDays(behavior.at("/window/value").asLong() - 1);
    LocalDate to = dated ? LocalDate.parse(behavior.path("to_date").asText()) : today;
    Map<String, Long> found = new HashMap<>();
    for (NaiveEvent event : source.reports().events(selector.path("event").asText(), where)) {
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(event.timeMillis()), source.zone());
      if (!day.isBefore(from) && !day.isAfter(to)) {
        found.merge(event.distinctId(), 1L, Long::sum);
      }
    }
    return found;
  }
}
