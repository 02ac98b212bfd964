package dev.mixpaneldata.bridge.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question wants, read from its own words over the project's real names.
 *
 * @param kind the report that can answer
 * @param events the events of the project that the question is about, in its order
 * @param split the property that it is split by
 * @param days the days before now that it is about
 * @param assumed what was taken for granted because the question does not say it; sentences
 */
public record Reading(
    Kind kind, List<String> events, Optional<String> split, int days, List<String> assumed) {
  private static final Pattern PERIOD =
      Pattern.compile("\\b(?:last|past)\\s+(\\d{1,3})\\s+(day|week|month)s?\\b");
  private static final Pattern SPLIT =
      Pattern.compile("\\b(?:by|per|which|across)\\s+([\\p{L}$_]+)");
  private static final Pattern BETWEEN =
      Pattern.compile("\\b(?:between\\s+)?([\\p{L}]+)\\s+(?:and|vs\\.?|versus)\\s+([\\p{L}]+)\\b");

  private static final List<String> RETURNING =
      List.of("retention", "retain", "return", "come back", "comes back", "churn");
  private static final List<String> CONVERTING = List.of("funnel", "conversion", "convert");
  private static final List<String> GROUPS = List.of("segment", "segments", "group", "groups");
  private static final List<String> ORIGINS = List.of("paid", "organic", "referral", "direct");
  private static final List<String> ORIGIN_PROPERTIES =
      List.of("acquisition", "channel", "source", "medium", "campaign");

  /** The reports that can answer. */
  public enum Kind {
    COUNTS,
    FUNNEL,
    RETENTION;

    /** Returns the report that a question is about. */
    static Kind of(String question) {
      String words = question.toLowerCase(Locale.ROOT);
      return speaksOf(words, RETURNING) ? RETENTION : speaksOf(words, CONVERTING) ? FUNNEL : COUNTS;
    }
  }

  static Reading of(String question, Names names) {
    String words = question.toLowerCase(Locale.ROOT);
    List<String> assumed = new ArrayList<>();
    Kind kind = Kind.of(question);
    List<String> events = events(words, names.events());
    int wanted = kind == Kind.FUNNEL ? 3 : 1;
    if (kind == Kind.FUNNEL ? events.size() < 2 : events.isEmpty()) {
      events = names.events().stream().limit(wanted).toList();
      assumed.add(
          "The question names no "
              + (kind == Kind.FUNNEL ? "steps" : "event")
              + " of this project, so "
              + String.join(", ", events)
              + " was taken.");
    }
    return new Reading(
        kind, events, split(words, names.properties(), assumed), days(words), assumed);
  }

  private static List<String> events(String words, List<String> events) {
    String letters = letters(words);
    List<String> whole =
        events.stream()
            .filter(e -> letters.contains(letters(e)))
            .sorted(java.util.Comparator.comparingInt(e -> letters.indexOf(letters(e))))
            .toList();
    return whole;
  }

  private static Optional<String> split(
      String words, List<String> properties, List<String> assumed) {
    Matcher named = SPLIT.matcher(words);
    while (named.find()) {
      String word = letters(named.group(1));
      Optional<String> property =
          properties.stream()
              .filter(
                  p -> letters(p).equals(word) || letters(p).contains(word) && word.length() > 3)
              .findFirst();
      if (property.isPresent()) {
        return property;
      }
      if (GROUPS.contains(word) && !properties.isEmpty()) {
        assumed.add(
            "The question does not say by which property, so " + properties.get(0) + " was taken.");
        return Optional.of(properties.get(0));
      }
    }
    Matcher both = BETWEEN.matcher(words);
    while (both.find()) {
      if (ORIGINS.contains(both.group(1)) || ORIGINS.contains(both.group(2))) {
        Optional<String> origin =
            properties.stream()
                .filter(p -> ORIGIN_PROPERTIES.stream().anyMatch(letters(p)::contains))
                .findFirst();
        if (origin.isPresent()) {
          assumed.add("The users' origin was taken from the property " + origin.get() + ".");
          return origin;
        }
      }
    }
    return Optional.empty();
  }

  private static int days(String words) {
    Matcher period = PERIOD.matcher(words);
    if (!period.find()) {
      return 30;
    }
    int number = Integer.parseInt(period.group(1));
    int unit =
        switch (period.group(2)) {
          case "week" -> 7;
          case "month" -> 30;
          default -> 1;
        };
    return Math.max(1, Math.min(365, number * unit));
  }

  private static boolean speaksOf(String words, List<String> any) {
    return any.stream().anyMatch(words::contains);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
