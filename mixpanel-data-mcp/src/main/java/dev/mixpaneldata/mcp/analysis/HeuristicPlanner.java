package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.mcp.analysis.Questions.Step;
import dev.mixpaneldata.mcp.analysis.Vocabulary.Match;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Queries made of a question's own words, for clients that lend no model: a measure, the events it
 * is about, a split, a filter or two values to compare, and the days. A question with a word that
 * is none of these is refused, because what was left out may be what was asked.
 */
final class HeuristicPlanner {
  /** Properties whose values are looked through for a word that is no name; local tables only. */
  private static final int MOST_PROPERTIES = 40;

  private static final Set<String> SPLIT = Set.of("by", "per", "each", "which", "across");
  private static final Set<String> PEOPLE =
      Set.of("users", "user", "people", "customers", "unique");
  private static final Set<String> CHANGING =
      Set.of(
          "why",
          "drop",
          "dropped",
          "drops",
          "fall",
          "fell",
          "decline",
          "declined",
          "decrease",
          "rise",
          "rose",
          "spike",
          "change",
          "changed",
          "anomaly");
  private static final Set<String> UNITS = Set.of("hour", "day", "week", "month");
  private static final Set<String> LONG_UNITS = Set.of("hourly", "daily", "weekly", "monthly");

  static final Set<String> GRAMMAR =
      Set.of(
          "how",
          "many",
          "much",
          "often",
          "what",
          "is",
          "are",
          "was",
          "were",
          "the",
          "a",
          "an",
          "of",
          "in",
          "on",
          "for",
          "from",
          "to",
          "and",
          "or",
          "did",
          "do",
          "does",
          "done",
          "with",
          "at",
          "their",
          "our",
          "we",
          "have",
          "has",
          "there",
          "show",
          "me",
          "give",
          "tell",
          "count",
          "counts",
          "number",
          "times",
          "happen",
          "happened",
          "happens",
          "event",
          "events",
          "who",
          "compare",
          "compared",
          "versus",
          "vs",
          "between",
          "that",
          "then",
          "rate",
          "over",
          "time",
          "please",
          "value",
          "property",
          "all",
          "been",
          "it",
          "its",
          "days",
          "date",
          "only",
          "where",
          "when",
          "equal",
          "equals",
          "up",
          "i",
          "you",
          "can",
          "trend",
          "come",
          "comes",
          "back",
          "after",
          "into",
          "split",
          "broken",
          "down",
          "among",
          "within",
          "day",
          "percentile");

  /** What is asked for. */
  private enum Measure {
    RETENTION("retention", "retain", "retained", "return", "returning", "churn"),
    FUNNEL("funnel", "conversion", "convert", "converts", "converted"),
    MEDIAN("median"),
    P90("p90", "90th"),
    AVERAGE("average", "mean", "avg"),
    SUM("sum", "total"),
    COUNT;

    private final Set<String> words;

    Measure(String... words) {
      this.words = Set.of(words);
    }

    boolean isOfNumbers() {
      return this == MEDIAN || this == P90 || this == AVERAGE || this == SUM;
    }

    String sql(String number) {
      return switch (this) {
        case MEDIAN -> "median(" + number + ")";
        case P90 -> "quantile_cont(" + number + ", 0.9)";
        case AVERAGE -> "avg(" + number + ")";
        default -> "sum(" + number + ")";
      };
    }
  }

  private final String question;
  private final DateRange range;
  private final Names names;
  private final Vocabulary words;
  private List<String> events = List.of();
  private Measure measure = Measure.COUNT;
  private boolean people;
  private boolean changing;
  private Optional<String> split = Optional.empty();
  private Optional<String> number = Optional.empty();
  private Optional<String> unit = Optional.empty();
  private Optional<String> filtered = Optional.empty();
  private List<String> values = List.of();

  private HeuristicPlanner(String question, DateRange range, Names names) {
    this.question = question;
    this.range = range;
    this.names = names;
    this.words = new Vocabulary(SpokenPeriod.without(question));
  }

  /** The queries that answer a question; {@code INVALID_ARGUMENT} with what was understood. */
  static List<Step> of(String question, DateRange range, Names names) {
    HeuristicPlanner plan = new HeuristicPlanner(question, range, names);
    plan.read();
    return plan.steps();
  }

  private void read() {
    events = words.take(names.events()).stream().map(Match::name).distinct().limit(4).toList();
    changing = words.takeAny(CHANGING);
    List<String> properties =
        events.stream().flatMap(e -> names.properties(e).stream()).distinct().toList();
    readUnit();
    Optional<Integer> by = words.find(SPLIT);
    List<Match> named = words.take(properties);
    for (Match match : named) {
      if (by.isPresent() && match.from() == by.get() + 1) {
        split = Optional.of(match.name());
      }
    }
    if (split.isEmpty() && by.isPresent()) {
      split = words.takePart(by.get() + 1, properties);
    }
    for (Measure one : Measure.values()) {
      if (words.takeAny(one.words) && measure == Measure.COUNT) {
        measure = one;
      }
    }
    List<String> others =
        named.stream().map(Match::name).filter(n -> !n.equals(split.orElse(""))).toList();
    if (measure.isOfNumbers()) {
      number = others.stream().findFirst();
      others = others.stream().skip(1).toList();
    }
    if (measure == Measure.SUM && number.isEmpty()) {
      measure = Measure.COUNT;
    }
    people = words.takeAny(PEOPLE);
    words.takeAny(SPLIT);
    // Before values: "in" is no country.
    words.takeAny(GRAMMAR);
    readValues(others, properties);
  }

  private void readUnit() {
    if (words.takeAny(LONG_UNITS)) {
      for (String one : UNITS) {
        if (words.find(Set.of(one.equals("day") ? "daily" : one + "ly")).isPresent()) {
          unit = Optional.of(one);
        }
      }
    }
    words
        .find(SPLIT)
        .flatMap(at -> words.takeAt(at + 1, UNITS))
        .ifPresent(one -> unit = Optional.of(one));
  }

  /** Words that are values: of the properties that are named, else of any property. */
  private void readValues(List<String> namedProperties, List<String> properties) {
    List<String> candidates = new ArrayList<>(namedProperties);
    if (candidates.isEmpty() && names.table().isPresent()) {
      split.ifPresent(candidates::add);
      candidates.addAll(properties.stream().limit(MOST_PROPERTIES).toList());
    }
    for (String property : candidates) {
      if (filtered.isPresent() || events.isEmpty() || words.left().isEmpty()) {
        break;
      }
      List<String> found =
          words.take(names.values(events.get(0), property)).stream().map(Match::name).toList();
      if (!found.isEmpty()) {
        filtered = Optional.of(property);
        values = found;
      }
    }
    if (!namedProperties.isEmpty() && filtered.isEmpty() && split.isEmpty()) {
      split = Optional.of(namedProperties.get(0));
    }
  }

  private List<Step> steps() {
    List<String> left = words.left();
    if (!left.isEmpty()) {
      throw refusal(
          "These words match no event, property or value: "
              + String.join(", ", left.stream().map(Visible::line).toList())
              + ".",
          nearest(left));
    }
    if (events.isEmpty()) {
      throw refusal("The question names no event of the project.", nearest(List.of()));
    }
    List<LocalDate> days = SpokenPeriod.days(question);
    if (changing) {
      if (days.size() != 1) {
        throw refusal(
            "A change can be explained for one day only.", "Name the day, such as 2026-01-31.");
      }
      return List.of(
          new Step(
              "diagnose_metric_drop",
              Map.of("event", events.get(0), "date", days.get(0).toString())));
    }
    return switch (measure) {
      case RETENTION -> retention();
      case FUNNEL -> funnel();
      case COUNT ->
          events.stream().flatMap(e -> variants().stream().map(v -> counted(e, v))).toList();
      default -> numbers();
    };
  }

  /** The question's filter: none, one value, or each of those that are compared. */
  private List<Optional<String>> variants() {
    return values.isEmpty()
        ? List.of(Optional.empty())
        : values.stream().map(Optional::of).toList();
  }

  private Optional<String> where(Optional<String> value) {
    return value.map(v -> DropDiagnosis.equal(filtered.orElseThrow(), v));
  }

  private Step counted(String event, Optional<String> value) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("event", event);
    split.ifPresent(property -> arguments.put("segment_property", property));
    where(value).ifPresent(w -> arguments.put("where", w));
    if (people) {
      arguments.put("type", "unique");
      if (unit.isEmpty()) {
        // Users of single days cannot be added.
        arguments.put("interval", range.days());
      }
    }
    unit.ifPresent(u -> arguments.put("unit", u));
    return step("segmentation", arguments);
  }

  private List<Step> retention() {
    return variants().stream()
        .map(
            value -> {
              Map<String, Object> arguments = new LinkedHashMap<>();
              arguments.put("born_event", events.get(0));
              arguments.put("return_event", events.get(events.size() > 1 ? 1 : 0));
              arguments.put("unit", unit.filter(u -> !u.equals("hour")).orElse("week"));
              where(value).ifPresent(w -> arguments.put("born_where", w));
              split.ifPresent(property -> arguments.put("on", property));
              return step("retention", arguments);
            })
        .toList();
  }

  private List<Step> funnel() {
    if (events.size() < 2) {
      throw refusal("A conversion leads from one event to another.", "Name both, in their order.");
    }
    return variants().stream()
        .map(
            value -> {
              Map<String, Object> arguments = new LinkedHashMap<>();
              arguments.put("steps", events);
              where(value).ifPresent(w -> arguments.put("where", w));
              split.ifPresent(property -> arguments.put("on", property));
              return step("funnel", arguments);
            })
        .toList();
  }

  private List<Step> numbers() {
    if (number.isEmpty()) {
      throw refusal(
          "The %s is requested, but no property of %s is named."
              .formatted(measure.name().toLowerCase(Locale.ROOT), events.get(0)),
          "Its properties are " + String.join(", ", shown(names.properties(events.get(0)))) + ".");
    }
    if (names.table().isPresent()) {
      return List.of(new Step("sql", Map.of("query", sql(names.table().get()))));
    }
    if (split.isPresent() || filtered.isPresent()) {
      throw refusal(
          "Mixpanel's API does not split or filter the %s of a property."
              .formatted(measure.name().toLowerCase(Locale.ROOT)),
          "Fetch the days with fetch_events and ask again: a local table answers.");
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("event", events.get(0));
    String tool =
        switch (measure) {
          case SUM -> "segmentation_sum";
          case AVERAGE -> "segmentation_average";
          default -> "numeric_summary";
        };
    arguments.put(tool.equals("numeric_summary") ? "property_name" : "on", number.get());
    return List.of(step(tool, arguments));
  }

  private String sql(CoveringTable table) {
    String value = "try_cast(" + SqlText.property(number.orElseThrow()) + " AS DOUBLE)";
    List<String> columns = new ArrayList<>();
    Optional<String> group = values.size() > 1 ? filtered : split;
    group.ifPresent(
        g ->
            columns.add(
                "coalesce(" + SqlText.property(g) + ", '(not set)') AS " + SqlText.name(g)));
    columns.add(
        measure.sql(value)
            + " AS "
            + SqlText.name((measure + " of " + number.orElseThrow()).toLowerCase(Locale.ROOT)));
    columns.add("count(" + value + ") AS events");
    String filter =
        filtered
            .map(
                f ->
                    " AND %s IN (%s)"
                        .formatted(
                            SqlText.property(f),
                            String.join(", ", values.stream().map(SqlText::text).toList())))
            .orElse("");
    return "SELECT %s FROM %s WHERE event_name = %s AND %s%s%s"
        .formatted(
            String.join(", ", columns),
            SqlText.name(table.name()),
            SqlText.text(events.get(0)),
            table.within(range),
            filter,
            group.isPresent() ? " GROUP BY 1 ORDER BY 2 DESC" : "");
  }

  private Step step(String tool, Map<String, Object> own) {
    Map<String, Object> arguments = new LinkedHashMap<>(own);
    arguments.put("from_date", range.from().toString());
    arguments.put("to_date", range.to().toString());
    return new Step(tool, arguments);
  }

  private MixpanelDataException refusal(String reason, String hint) {
    List<String> understood = new ArrayList<>();
    understood.add(
        changing
            ? "why a day changed"
            : people ? "users" : measure.name().toLowerCase(Locale.ROOT));
    number.ifPresent(n -> understood.add("of " + n));
    if (!events.isEmpty()) {
      understood.add("of " + String.join(", ", events));
    }
    split.ifPresent(s -> understood.add("by " + s));
    filtered.ifPresent(f -> understood.add("with " + f + " " + String.join(" or ", values)));
    understood.add("in " + range);
    return MixpanelDataException.invalidArgument(
        reason + " Understood: " + Visible.line(String.join(" ", understood)) + ".", hint);
  }

  private String nearest(List<String> left) {
    List<String> known = new ArrayList<>(names.events());
    events.forEach(e -> known.addAll(names.properties(e)));
    List<String> close = GoalWords.close(left, known);
    return close.isEmpty()
        ? "Ask with the names of events ("
            + String.join(", ", shown(names.events()))
            + "), or use"
            + " the reports themselves."
        : "Did you mean " + String.join(", ", shown(close)) + "?";
  }

  private static List<String> shown(List<String> names) {
    return names.stream().limit(12).map(Visible::line).toList();
  }
}
