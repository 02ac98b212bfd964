package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Events to be fetched into a local table. Each {@code with…} step gives a new request.
 *
 * @param table the table to fill
 * @param range the days, both inclusive; a last day after today is taken as today
 * @param events the event names to fetch; empty for all
 * @param where a filter in Mixpanel's expression language
 * @param limit at most so many events, 1 to 100000; which ones is Mixpanel's choice
 * @param mode what to do with a table that is there
 * @param workers downloads at the same time, 1 to 16
 * @param chunkDays days a download, 1 to 100; empty to let the plan decide
 */
public record FetchEvents(
    String table,
    DateRange range,
    List<String> events,
    Optional<String> where,
    Optional<Long> limit,
    FetchMode mode,
    int workers,
    Optional<Integer> chunkDays) {
  /** Mixpanel's own bound (raw export reference). */
  public static final long MAX_LIMIT = 100_000;

  static final int DEFAULT_WORKERS = 4;
  static final int MAX_WORKERS = 16;
  static final int MAX_CHUNK_DAYS = 100;

  public FetchEvents {
    TableName.check(table);
    events = List.copyOf(events);
    limit.ifPresent(value -> Bounds.require("limit", value, 1, MAX_LIMIT));
    Bounds.require("workers", workers, 1, MAX_WORKERS);
    chunkDays.ifPresent(value -> Bounds.require("chunk-days", value, 1, MAX_CHUNK_DAYS));
    if (events.stream().anyMatch(String::isBlank)) {
      throw MixpanelDataException.invalidArgument(
          "An event name is empty.", "Leave the names out to fetch all events.");
    }
  }

  /** All events of these days into a new table. */
  public static FetchEvents of(String table, DateRange range) {
    return new FetchEvents(
        table,
        range,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        FetchMode.CREATE,
        DEFAULT_WORKERS,
        Optional.empty());
  }

  public FetchEvents withEvents(List<String> names) {
    return new FetchEvents(table, range, names, where, limit, mode, workers, chunkDays);
  }

  public FetchEvents withWhere(String expression) {
    return new FetchEvents(
        table, range, events, Optional.of(expression), limit, mode, workers, chunkDays);
  }

  public FetchEvents withLimit(long most) {
    return new FetchEvents(
        table, range, events, where, Optional.of(most), mode, workers, chunkDays);
  }

  public FetchEvents withMode(FetchMode newMode) {
    return new FetchEvents(table, range, events, where, limit, newMode, workers, chunkDays);
  }

  public FetchEvents withWorkers(int count) {
    return new FetchEvents(table, range, events, where, limit, mode, count, chunkDays);
  }

  public FetchEvents withChunkDays(int days) {
    return new FetchEvents(table, range, events, where, limit, mode, workers, Optional.of(days));
  }

  FetchEvents withRange(DateRange newRange) {
    return new FetchEvents(table, newRange, events, where, limit, mode, workers, chunkDays);
  }
}
