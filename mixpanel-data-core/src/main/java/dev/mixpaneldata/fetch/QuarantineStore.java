package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.TableName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The folder of quarantined lines, which outlive their fetch.
 *
 * @param dataDirectory the folder of all local data
 * @param projectId the project that the lines are of
 * @param now the time, for the names of files
 */
record QuarantineStore(Path dataDirectory, String projectId, Instant now) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  static QuarantineStore of(FetchContext context) {
    return new QuarantineStore(context.dataDirectory(), context.projectId(), context.now());
  }

  /** Moves the lines and returns their new file; empty if nothing was set aside. */
  Optional<Path> keep(String table, Quarantine quarantine) {
    return quarantine.file().map(file -> keep(table, file));
  }

  private Path keep(String table, Path file) {
    String name = TableName.inFileName(table) + "-" + STAMP.format(now) + ".jsonl";
    try {
      Path target = PrivateFiles.folder(dataDirectory, "quarantine", projectId).resolve(name);
      try (OutputStream out = PrivateFiles.stream(target)) {
        Files.copy(file, out);
      }
      return target;
    } catch (IOException e) {
      throw FetchErrors.disk("The quarantine file " + name + " cannot be written", e);
    }
  }
}
