package dev.mixpaneldata.testkit.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Events and profiles of a project, in memory, with the facts that tests need about them.
 * Immutable. Times of events are in milliseconds, UTC.
 */
public final class Dataset {

  private static final int DEMO_USERS = 2_600;
  private static final LocalDate DEMO_END = LocalDate.of(2026, 10, 31);

  private final EventDays events;
  private final List<Profile> profiles;
  private final Optional<Drop> drop;

  Dataset(Map<LocalDate, byte[]> days, List<Profile> profiles, Optional<Drop> drop) {
    this.events = new MemoryDays(days);
    this.profiles = List.copyOf(profiles);
    this.drop = drop;
  }

  /** Returns a dataset without events and profiles. */
  public static Dataset empty() {
    return new Dataset(Map.of(), List.of(), Optional.empty());
  }

  /** Returns a builder of a made-up shop. */
  public static DatasetBuilder builder() {
    return new DatasetBuilder();
  }

  /** Returns a shop with some 30,000 events in October 2026; always the same. */
  public static Dataset demo() {
    return demo(DEMO_END);
  }

  /** Returns the same shop over the 31 days that end with {@code lastDay}, inclusive. */
  public static Dataset demo(LocalDate lastDay) {
    return builder().users(DEMO_USERS).from(lastDay.minusDays(30)).to(lastDay).build();
  }

  /**
   * Returns a dataset of exactly these lines.
   *
   * @param lines the lines of each UTC day, without line feeds; they need not be sound JSON
   * @param profiles profiles as JSON objects
   */
  public static Dataset of(Map<LocalDate, List<String>> lines, List<String> profiles) {
    Map<LocalDate, byte[]> days = new LinkedHashMap<>();
    lines.forEach(
        (day, texts) ->
            days.put(day, (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8)));
    return new Dataset(days, profiles.stream().map(Profile::parse).toList(), Optional.empty());
  }

  /** Returns the events by day. */
  public EventDays events() {
    return events;
  }

  /** Returns the days that have events, ascending. */
  public NavigableSet<LocalDate> days() {
    return events.days();
  }

  /** Returns the profiles in the order served. */
  public List<Profile> profiles() {
    return profiles;
  }

  /** Returns the bad day and the people it hit; empty for a dataset of given lines. */
  public Optional<Drop> drop() {
    return drop;
  }

  /**
   * Returns the bad day.
   *
   * @throws IllegalStateException for a dataset of given lines
   */
  public LocalDate dropDay() {
    return drop.orElseThrow(() -> new IllegalStateException("Given lines have no drop")).day();
  }

  /** Returns the lines of a day in export order, without line feeds. */
  public List<String> lines(LocalDate day) {
    List<String> texts = new ArrayList<>();
    try (Lines lines = new Lines(events.openPlain(day))) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        texts.add(new String(line.get(), StandardCharsets.UTF_8));
      }
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return texts;
  }

  /** Returns the number of lines, duplicates counted. */
  public int lineCount() {
    return days().stream().mapToInt(day -> lines(day).size()).sum();
  }

  /**
   * Returns the rows of all days without duplicates. Of rows equal in event, time, distinct id and
   * insert id the one with the highest {@code mp_processing_time_ms} stays, then the last in export
   * order. Rows without insert id all stay. Computed at each call, by parsing every line.
   */
  public List<EventRow> expectedRows() {
    Deduplication deduplication = new Deduplication();
    days().forEach(day -> lines(day).forEach(deduplication::add));
    return deduplication.rows();
  }
}
