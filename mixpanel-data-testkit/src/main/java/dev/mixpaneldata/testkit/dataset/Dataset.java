package dev.mixpaneldata.testkit.dataset;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events and profiles of a project, in memory. Immutable. */
public final class Dataset {

  private final EventDays events;
  private final List<Profile> profiles;

  Dataset(Map<LocalDate, byte[]> days, List<Profile> profiles) {
    this.events = new MemoryDays(days);
    this.profiles = List.copyOf(profiles);
  }

  /** No events and no profiles. */
  public static Dataset empty() {
    return new Dataset(Map.of(), List.of());
  }

  /**
   * Exactly these lines.
   *
   * @param lines the lines of each UTC day, without line feeds; they need not be sound JSON
   * @param profiles profiles as JSON objects
   */
  public static Dataset of(Map<LocalDate, List<String>> lines, List<String> profiles) {
    Map<LocalDate, byte[]> days = new LinkedHashMap<>();
    lines.forEach(
        (day, texts) ->
            days.put(day, (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8)));
    return new Dataset(days, profiles.stream().map(Profile::parse).toList());
  }

  /** The events by day. */
  public EventDays events() {
    return events;
  }

  /** The profiles in the order served. */
  public List<Profile> profiles() {
    return profiles;
  }
}
