package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.analysis.Questions.Step;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries made of a question's own words, for clients that lend no model: the events it names, what
 * it wants to know of them, and what it splits them by.
 */
final class HeuristicPlanner {
  private static final int MOST_EVENTS = 4;
  private static final Pattern SPLIT = Pattern.compile("\\b(?:by|per|which)\\s+([\\p{L}$_ ]+)");

  private static final List<String> RETURNING =
      List.of("retention", "retain", "return", "come back", "comes back", "churn");
  private static final List<String> CONVERTING = List.of("funnel", "conversion", "convert");
  private static final List<String> CHANGING =
      List.of("why", "drop", "fell", "fall", "declin", "decreas", "spike", "less", "fewer");
  private static final List<String> PEOPLE = List.of("users", "people", "customers", "unique");

  private final String question;
  private final String words;
  private final DateRange range;
  private final Workspace workspace;

  private HeuristicPlanner(String question, DateRange range, Workspace workspace) {
    this.question = question;
    this.words = question.toLowerCase(Locale.ROOT);
    this.range = range;
    this.workspace = workspace;
  }

  static List<Step> of(String question, DateRange range, List<String> events, Workspace workspace) {
    return new HeuristicPlanner(question, range, workspace).steps(named(question, events));
  }

  private List<Step> steps(List<String> named) {
    if (speaksOf(CONVERTING)) {
      Optional<FunnelInfo> funnel = funnel();
      if (funnel.isPresent()) {
        return List.of(
            step("funnel_optimization_report", Map.of("funnel_id", funnel.get().funnelId())));
      }
    }
    if (named.isEmpty()) {
      return List.of(new Step("top_events", Map.of()), step("daily_counts", Map.of()));
    }
    List<LocalDate> days = SpokenPeriod.days(question);
    if (speaksOf(CHANGING) && days.size() == 1) {
      return List.of(
          new Step(
              "diagnose_metric_drop",
              Map.of("event", named.get(0), "date", days.get(0).toString())));
    }
    if (speaksOf(RETURNING)) {
      return named.stream()
          .map(e -> step("retention", Map.of("born_event", e, "unit", "week")))
          .toList();
    }
    return named.stream().map(this::counted).toList();
  }

  private Step counted(String event) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("event", event);
    split(event).ifPresent(property -> arguments.put("segment_property", property));
    if (speaksOf(PEOPLE)) {
      arguments.put("type", "unique");
    }
    unit().ifPresent(unit -> arguments.put("unit", unit));
    return step("segmentation", arguments);
  }

  private Step step(String tool, Map<String, Object> own) {
    Map<String, Object> arguments = new LinkedHashMap<>(own);
    arguments.put("from_date", range.from().toString());
    arguments.put("to_date", range.to().toString());
    return new Step(tool, arguments);
  }

  private boolean speaksOf(List<String> any) {
    return any.stream().anyMatch(words::contains);
  }

  private Optional<String> unit() {
    for (String unit : List.of("hour", "week", "month")) {
      if (words.matches(".*\\b(by|per|each|every) " + unit + "\\b.*")
          || words.contains(unit + "ly")) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** The saved funnel that shares most words with the question; any where none does. */
  private Optional<FunnelInfo> funnel() {
    List<FunnelInfo> funnels = workspace.discovery().funnels();
    return funnels.stream()
        .filter(f -> sharesWord(question, f.name()))
        .findFirst()
        .or(() -> funnels.stream().findFirst());
  }

  /** The property after {@code by}: the one of this name, or one that has the name within. */
  private Optional<String> split(String event) {
    Matcher matcher = SPLIT.matcher(words);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<String> properties;
    try {
      properties = workspace.discovery().properties(event);
    } catch (MixpanelDataException unknownEvent) {
      return Optional.empty();
    }
    String wanted = EventNames.letters(matcher.group(1).strip().split("\\s+")[0]);
    if (Set.of("day", "week", "month", "hour", "date", "").contains(wanted)) {
      return Optional.empty();
    }
    Optional<String> same =
        properties.stream().filter(p -> EventNames.letters(p).equals(wanted)).findFirst();
    return same.or(
        () -> properties.stream().filter(p -> EventNames.letters(p).contains(wanted)).findFirst());
  }

  /** The events that a question names, those that it names whole before those it hints at. */
  static List<String> named(String question, List<String> events) {
    String letters = EventNames.letters(question);
    List<String> whole =
        events.stream().filter(e -> letters.contains(EventNames.letters(e))).toList();
    List<String> found =
        whole.isEmpty() ? events.stream().filter(e -> sharesWord(question, e)).toList() : whole;
    return found.stream().limit(MOST_EVENTS).toList();
  }

  private static boolean sharesWord(String question, String name) {
    Set<String> words = new HashSet<>();
    for (String word : question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      words.add(word);
      words.add(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
    }
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      if (word.length() > 3 && words.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
