package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.report.CountType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events by the names that people use: {@code signup} for {@code Sign Up}. */
final class EventNames {
  /** Shorter names are part of too many others. */
  private static final int LEAST_LETTERS = 4;

  private EventNames() {}

  /** The project's event that is meant; the name itself where none is like it. */
  static String meant(String name, Discovery discovery) {
    return meant(name, discovery.events());
  }

  static String meant(String name, List<String> events) {
    if (events.contains(name)) {
      return name;
    }
    String wanted = letters(name);
    Optional<String> same = events.stream().filter(e -> letters(e).equals(wanted)).findFirst();
    return same.or(
            () ->
                wanted.length() < LEAST_LETTERS
                    ? Optional.empty()
                    : events.stream().filter(e -> letters(e).startsWith(wanted)).findFirst())
        .orElse(name);
  }

  /** The first event whose name has one of these words. */
  static Optional<String> speakingOf(List<String> words, List<String> events) {
    return events.stream()
        .filter(e -> words.stream().anyMatch(e.toLowerCase(Locale.ROOT)::contains))
        .findFirst();
  }

  /** Today's commonest events but for one. */
  static List<String> commonest(Discovery discovery, int howMany, String but) {
    return discovery.topEvents(new TopEventsRequest(CountType.GENERAL, howMany + 1)).stream()
        .map(TopEvent::event)
        .filter(event -> !event.equals(but))
        .limit(howMany)
        .toList();
  }

  static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
