package dev.mixpaneldata.testkit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The days in files named {@code yyyy-MM-dd.jsonl.gz} of one folder, as they were at the start. */
public final class FileDays implements EventDays {

  /** The part of a file's name after the day. */
  static final String ENDING = ".jsonl.gz";

  private static final int BUFFER = 1 << 16;

  private final NavigableMap<LocalDate, Path> files;

  private FileDays(NavigableMap<LocalDate, Path> files) {
    this.files = Collections.unmodifiableNavigableMap(files);
  }

  /** Lists the folder; files of other names are ignored. */
  public static FileDays in(Path folder) {
    NavigableMap<LocalDate, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries
          .filter(file -> file.toString().matches(".*\\d{4}-\\d\\d-\\d\\d\\.jsonl\\.gz"))
          .forEach(file -> files.put(day(file), file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new FileDays(files);
  }

  @Override
  public NavigableSet<LocalDate> days() {
    return files.navigableKeySet();
  }

  @Override
  public InputStream openPlain(LocalDate day) {
    try {
      return new GZIPInputStream(openGzip(day), BUFFER);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public InputStream openGzip(LocalDate day) {
    try {
      return Files.newInputStream(file(day));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public long gzipLength(LocalDate day) {
    try {
      return Files.size(file(day));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public boolean storedAsGzip() {
    return true;
  }

  private Path file(LocalDate day) {
    Path file = files.get(day);
    if (file == null) {
      throw new IllegalArgumentException("No file for " + day);
    }
    return file;
  }

  private static LocalDate day(Path file) {
    String name = file.getFileName().toString();
    return LocalDate.parse(name.substring(name.length() - ENDING.length() - 10).substring(0, 10));
  }
}
