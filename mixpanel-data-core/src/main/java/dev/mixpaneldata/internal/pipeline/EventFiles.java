package dev.mixpaneldata.internal.pipeline;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of events in a folder: Parquet and JSON lines, with gzip or without. */
public final class EventFiles {
  private static final Pattern PARQUET = Pattern.compile(".*\\.parquet");
  private static final Pattern LINES = Pattern.compile(".*\\.(json|jsonl|ndjson)(\\.gz)?");

  /** Where schematized pipelines put the original names of properties, beside the events. */
  private static final String SCHEMA = "schema";

  private EventFiles() {}

  /**
   * Returns the files in a folder and its folders, or the file itself, in the order of their names.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there are none
   */
  public static List<Path> in(Path source) {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(source)) {
      files =
          tree.filter(file -> isEvents(source.relativize(file), name(file)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    } catch (IOException e) {
      throw Files.exists(source)
          ? DiskFailure.of("load", "The folder " + source + " cannot be read", e)
          : nothing("There is no file or folder " + source + ".");
    }
    if (files.isEmpty()) {
      throw nothing("There are no files of events in " + source + ".");
    }
    return files;
  }

  /** Returns whether a file is Parquet; the others are lines. */
  public static boolean isParquet(Path file) {
    return PARQUET.matcher(name(file)).matches();
  }

  private static boolean isEvents(Path below, String name) {
    for (Path part : below) {
      String folder = part.toString();
      if (folder.startsWith(".") || folder.startsWith("_") || folder.equals(SCHEMA)) {
        return false;
      }
    }
    return PARQUET.matcher(name).matches() || LINES.matcher(name).matches();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  private static MixpanelDataException nothing(String message) {
    return new MixpanelDataException(
        ErrorCode.NOT_FOUND,
        message,
        "Name a lake, or files that end in .parquet, .json, .jsonl or .ndjson, with .gz or"
            + " without.");
  }
}
