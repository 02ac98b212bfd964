package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.internal.NameSuggestions;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.mcp.analysis.Vocabulary.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What of a project a goal speaks of.
 *
 * @param events those it names; the commonest where it names none
 * @param named whether it names any
 * @param properties those it names
 * @param filter the expression for the values it names
 * @param value those values in words
 * @param notFound its other words, which are nothing of the project
 * @param nearest names like those
 */
record GoalWords(
    List<String> events,
    boolean named,
    List<String> properties,
    Optional<String> filter,
    Optional<String> value,
    List<String> notFound,
    List<String> nearest) {
  private static final int MOST_EVENTS = 3;
  private static final int MOST_PROPERTIES = 40;
  private static final int LEAST_LETTERS = 4;
  private static final String SYSTEM = "$os";
  private static final List<String> MOBILE = List.of("iOS", "Android");

  /** Words that say why one asks, and not of what. */
  private static final Set<String> ASKING =
      Set.of(
          "understand",
          "improve",
          "increase",
          "reduce",
          "grow",
          "growth",
          "more",
          "less",
          "few",
          "fewer",
          "many",
          "high",
          "higher",
          "better",
          "worse",
          "best",
          "find",
          "want",
          "know",
          "visitors",
          "users",
          "user",
          "people",
          "customers",
          "make",
          "using",
          "product",
          "some",
          "this",
          "they",
          "should",
          "could",
          "would",
          "does",
          "about",
          "than",
          "lower",
          "drop",
          "well",
          "while",
          "most",
          "lose",
          "losing",
          "stay",
          "leave",
          "leaving",
          "likely",
          "why");

  static GoalWords of(String goal, List<String> topic, String born, Names names) {
    Vocabulary words = new Vocabulary(SpokenPeriod.without(goal));
    List<String> named = new ArrayList<>(distinct(words.take(names.events())));
    boolean any = !named.isEmpty();
    if (!any) {
      // The topic may be an event by itself: purchases are about money.
      EventNames.speakingOf(topic, names.events()).ifPresent(named::add);
    }
    if (named.isEmpty()) {
      named.addAll(names.commonest(1, born));
    }
    List<String> events = named.stream().limit(MOST_EVENTS).toList();
    List<String> having =
        events.isEmpty() ? List.of() : names.properties(events.get(0)).stream().toList();
    List<String> properties = distinct(words.take(having));
    Optional<String> property = Optional.empty();
    List<String> values = List.of();
    if (words.takeAny(Set.of("mobile", "phone", "phones")) && having.contains(SYSTEM)) {
      property = Optional.of(SYSTEM);
      values = MOBILE;
    }
    // Before values: "in" is no country.
    words.takeAny(HeuristicPlanner.GRAMMAR);
    words.takeAny(ASKING);
    List<String> candidates = new ArrayList<>(properties);
    if (names.table().isPresent()) {
      candidates.addAll(having.stream().limit(MOST_PROPERTIES).toList());
    }
    for (String candidate : candidates) {
      if (property.isPresent() || left(words, topic).isEmpty()) {
        break;
      }
      List<String> found = distinct(words.take(names.values(events.get(0), candidate)));
      if (!found.isEmpty()) {
        property = Optional.of(candidate);
        values = found;
      }
    }
    List<String> left = left(words, topic);
    List<String> known = new ArrayList<>(names.events());
    known.addAll(having);
    List<String> nearest = close(left, known);
    List<String> those = values;
    return new GoalWords(
        events,
        any,
        properties,
        property.map(p -> expression(p, those)),
        property.map(p -> p + " " + String.join(" or ", those)),
        left,
        nearest);
  }

  /** The names that are like some words, as a whole or in one of their parts. */
  static List<String> close(List<String> words, List<String> names) {
    Set<String> close = new LinkedHashSet<>();
    for (String word : words) {
      close.addAll(NameSuggestions.of(word, names));
      for (String name : names) {
        List<String> parts = List.of(name.split("[^\\p{L}\\p{N}]+"));
        if (!NameSuggestions.of(
                word, parts.stream().filter(p -> p.length() >= LEAST_LETTERS).toList())
            .isEmpty()) {
          close.add(name);
        }
      }
    }
    return List.copyOf(close);
  }

  private static List<String> distinct(List<Match> matches) {
    return List.copyOf(new LinkedHashSet<>(matches.stream().map(Match::name).toList()));
  }

  private static String expression(String property, List<String> values) {
    return String.join(" or ", values.stream().map(v -> DropDiagnosis.equal(property, v)).toList());
  }

  private static List<String> left(Vocabulary words, List<String> topic) {
    return words.left().stream()
        .filter(w -> w.length() >= LEAST_LETTERS)
        .filter(w -> topic.stream().noneMatch(w.toLowerCase(Locale.ROOT)::contains))
        .toList();
  }

  /** What was taken from the goal, and what not, a line each. */
  String words() {
    String about =
        "\nAbout "
            + Visible.line(String.join(", ", events))
            + (named ? "" : " (the goal names no event)")
            + (properties.isEmpty() ? "" : ", by " + Visible.line(String.join(", ", properties)))
            + value.map(v -> ", for " + Visible.line(v)).orElse("")
            + ".";
    String missing =
        notFound.isEmpty()
            ? ""
            : "\nNo event, property or value of the project: "
                + Visible.line(String.join(", ", notFound))
                + "."
                + (nearest.isEmpty()
                    ? ""
                    : " Did you mean " + Visible.line(String.join(", ", nearest)) + "?");
    return about + missing;
  }
}
