package dev.mixpaneldata.testkit.dataset;

import dev.mixpaneldata.testkit.http.QuickGzipOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A builder of made-up events of an online shop; equal settings give equal bytes. By default: seed
 * 42, 500 users, October 2026. Used by one thread.
 */
public final class DatasetBuilder {

  private long seed = 42;
  private int users = 500;
  private LocalDate from = LocalDate.of(2026, 10, 1);
  private LocalDate to = LocalDate.of(2026, 10, 31);

  DatasetBuilder() {}

  /** Sets the seed; another one makes other people who do the same kind of things. */
  public DatasetBuilder seed(long value) {
    this.seed = value;
    return this;
  }

  /** Sets the number of people; each makes about 12 events a month. */
  public DatasetBuilder users(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("users must be positive: " + count);
    }
    this.users = count;
    return this;
  }

  /** Sets the first day, inclusive, in UTC. */
  public DatasetBuilder from(LocalDate day) {
    this.from = day;
    return this;
  }

  /** Sets the last day, inclusive, in UTC. */
  public DatasetBuilder to(LocalDate day) {
    this.to = day;
    return this;
  }

  /** Builds all events in memory, about 800 bytes an event. */
  public Dataset build() {
    Drop drop = drop();
    Population population = population(drop);
    Visits visits = new Visits(population, from);
    Map<LocalDate, byte[]> days = new LinkedHashMap<>();
    for (int day = 0; day < days(); day++) {
      days.put(from.plusDays(day), visits.day(day).toBytes());
    }
    return new Dataset(days, Profiles.of(population, visits, from), Optional.of(drop));
  }

  /**
   * Writes a file {@code yyyy-MM-dd.jsonl.gz} for each day into a folder, holding one day in memory
   * at a time.
   *
   * @return the amount written
   */
  public Written writeTo(Path folder) throws IOException {
    Visits visits = new Visits(population(drop()), from);
    Files.createDirectories(folder);
    long lines = 0;
    long plainBytes = 0;
    long bytes = 0;
    for (int day = 0; day < days(); day++) {
      LineBuffer text = visits.day(day);
      Path file = folder.resolve(from.plusDays(day) + FileDays.ENDING);
      try (OutputStream out = new QuickGzipOutputStream(Files.newOutputStream(file))) {
        text.writeTo(out);
      }
      lines += text.lines();
      plainBytes += text.size();
      bytes += Files.size(file);
    }
    return new Written(lines, plainBytes, bytes);
  }

  /**
   * The result of {@link #writeTo}.
   *
   * @param lines events, duplicates counted
   * @param plainBytes size before compression
   * @param bytes size of the files
   */
  public record Written(long lines, long plainBytes, long bytes) {}

  private Population population(Drop drop) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to " + to + " is before from " + from);
    }
    return new Population(seed, users, from, days(), drop);
  }

  /** Returns a drop on a Thursday after two thirds of the days, if there is one. */
  private Drop drop() {
    LocalDate day =
        from.plusDays(days() * 2L / 3).with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY));
    return new Drop(
        day.isBefore(from) ? from : day, "Sign Up", Country.INDIA.code, Platform.ANDROID.system);
  }

  private int days() {
    return (int) ChronoUnit.DAYS.between(from, to) + 1;
  }
}
