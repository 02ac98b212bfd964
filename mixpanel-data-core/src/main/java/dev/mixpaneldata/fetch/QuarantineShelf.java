package dev.mixpaneldata.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Puts the lines that a fetch set aside where they outlive the fetch. */
final class QuarantineShelf {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final FetchContext context;

  QuarantineShelf(FetchContext context) {
    this.context = context;
  }

  /** One file for the lines of all parts; empty where nothing was set aside. */
  Optional<Path> keep(String table, List<Path> perPart) {
    List<Path> files = perPart.stream().filter(Files::exists).toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Path shelf = context.dataDirectory().resolve("quarantine").resolve(context.projectId());
    Path target = shelf.resolve(table + "-" + STAMP.format(context.now()) + ".jsonl");
    try {
      Files.createDirectories(shelf);
      try (OutputStream out = Files.newOutputStream(target)) {
        for (Path file : files) {
          Files.copy(file, out);
        }
      }
    } catch (IOException e) {
      throw FetchErrors.disk("The quarantine file " + target + " cannot be written", e);
    }
    return Optional.of(target);
  }
}
