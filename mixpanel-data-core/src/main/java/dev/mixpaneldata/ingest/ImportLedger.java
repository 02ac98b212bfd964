package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Mixpanel has acknowledged, one JSON line a batch, on disk before it counts; and beside it
 * the events that failed. A failed event is in its file before the line of its batch, which says
 * how long that file was: what stands behind belongs to a batch that is sent again. Thread-safe.
 */
final class ImportLedger implements AutoCloseable {
  private static final String JOB = ImportJob.NAME;

  /** What is kept of a failed event: its beginning shows what it is. */
  private static final int MOST_OF_AN_EVENT = 1_000_000;

  private final Path file;
  private final Path failedFile;
  private final Map<Integer, Entry> earlier;
  private final FileChannel ledger;
  private final FileChannel failed;

  /** A batch of an earlier run, or of this one. */
  record Entry(String digest, long imported, long invalid, long refused, long failedBytes) {}

  private ImportLedger(
      Path file,
      Path failedFile,
      Map<Integer, Entry> earlier,
      FileChannel ledger,
      FileChannel failed) {
    this.file = file;
    this.failedFile = failedFile;
    this.earlier = earlier;
    this.ledger = ledger;
    this.failed = failed;
  }

  /** Continues the ledger of the folder, or begins it. */
  static ImportLedger open(JobFolder folder) {
    Path file = folder.file("ledger.jsonl");
    Path failedFile = folder.file("failed.jsonl");
    try {
      Map<Integer, Entry> earlier = read(file);
      FileChannel failed = PrivateFiles.open(failedFile);
      long end = earlier.values().stream().mapToLong(Entry::failedBytes).max().orElse(0);
      failed.truncate(end);
      failed.position(failed.size());
      return new ImportLedger(file, failedFile, earlier, PrivateFiles.append(file), failed);
    } catch (IOException e) {
      throw DiskFailure.of(JOB, "The ledger " + file + " cannot be opened", e);
    }
  }

  private static Map<Integer, Entry> read(Path file) throws IOException {
    Map<Integer, Entry> entries = new HashMap<>();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return entries;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    // A dying process may have left half a line.
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      PrivateFiles.replace(file, whole.getBytes(StandardCharsets.UTF_8));
    }
    for (String line : whole.lines().toList()) {
      try {
        JsonNode entry = Mappers.json().readTree(line);
        entries.put(
            entry.path("batch").asInt(),
            new Entry(
                entry.path("digest").asText(),
                entry.path("imported").asLong(),
                entry.path("invalid").asLong(),
                entry.path("refused").asLong(),
                entry.path("failed_bytes").asLong()));
      } catch (JsonProcessingException damaged) {
        // The batch is sent again, which does no harm.
      }
    }
    return entries;
  }

  /** What an earlier run did with these very lines. */
  Optional<Entry> acknowledged(int batch, String digest) {
    return Optional.ofNullable(earlier.get(batch)).filter(entry -> entry.digest().equals(digest));
  }

  /** How many batches an earlier run finished. */
  int earlierBatches() {
    return earlier.size();
  }

  synchronized void finish(int batch, String digest, BatchOutcome outcome) {
    try {
      for (FailedEvent event : outcome.failures()) {
        PrivateFiles.write(failed, entry(event));
      }
      if (!outcome.failures().isEmpty()) {
        failed.force(true);
      }
      ObjectNode line = Mappers.json().createObjectNode();
      line.put("batch", batch)
          .put("digest", digest)
          .put("imported", outcome.imported())
          .put("invalid", outcome.invalid())
          .put("refused", outcome.refused())
          .put("failed_bytes", failed.position());
      PrivateFiles.write(ledger, (line + "\n").getBytes(StandardCharsets.UTF_8));
      ledger.force(true);
    } catch (IOException e) {
      throw DiskFailure.of(JOB, "The ledger " + file + " cannot be written", e);
    }
  }

  private static byte[] entry(FailedEvent event) {
    ObjectNode entry = Mappers.json().createObjectNode();
    entry.put("line", event.line());
    if (!event.field().isEmpty()) {
      entry.put("field", event.field());
    }
    entry.put("reason", event.reason()).put("refused_by", event.sent() ? "mixpanel" : "check");
    byte[] bytes = event.text();
    int length = Math.min(bytes.length, MOST_OF_AN_EVENT);
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (bytes.length == length && text.indexOf('\uFFFD') >= 0) {
      entry.put("base64", Base64.getEncoder().encodeToString(bytes));
    } else {
      entry.put("text", text);
    }
    return (entry + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The events that failed; empty where none did. */
  synchronized Optional<Path> failedFile() {
    try {
      return failed.position() > 0 ? Optional.of(failedFile) : Optional.empty();
    } catch (IOException e) {
      throw DiskFailure.of(JOB, "The file " + failedFile + " cannot be read", e);
    }
  }

  @Override
  public void close() {
    try (ledger;
        failed) {
      // Both are closed, whichever fails.
    } catch (IOException e) {
      throw DiskFailure.of(JOB, "The ledger " + file + " cannot be closed", e);
    }
  }
}
