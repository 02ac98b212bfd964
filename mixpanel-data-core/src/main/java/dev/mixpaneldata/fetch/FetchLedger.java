package dev.mixpaneldata.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The plan of a fetch and its finished windows, one JSON line each, on disk before they count. A
 * last line that a dying process left incomplete is ignored.
 */
final class FetchLedger {
  private final Path file;
  private final String jobId;
  private final List<DateRange> windows;
  private final Map<DateRange, FinishedPart> parts = new LinkedHashMap<>();

  private FetchLedger(Path file, String jobId, List<DateRange> windows) {
    this.file = file;
    this.jobId = jobId;
    this.windows = windows;
  }

  /** Reads the ledger of an interrupted run; returns empty if there is no usable one. */
  static Optional<FetchLedger> read(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !PrivateFiles.isOwnFolder(file.toAbsolutePath().getParent())) {
      return Optional.empty();
    }
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : wholeLines(file)) {
        lines.add(Mappers.json().readTree(line));
      }
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FetchErrors.disk("The ledger " + file + " cannot be read", e);
    }
    if (lines.isEmpty() || !lines.get(0).has("job")) {
      return Optional.empty();
    }
    JsonNode plan = lines.get(0);
    List<DateRange> windows = new ArrayList<>();
    plan.path("windows").forEach(w -> windows.add(range(w)));
    FetchLedger ledger = new FetchLedger(file, plan.path("job").asText(), List.copyOf(windows));
    lines.stream().skip(1).forEach(ledger::take);
    return Optional.of(ledger);
  }

  /**
   * Returns the complete lines; an incomplete last one is cut off, so that the next begins on a
   * line of its own.
   */
  private static List<String> wholeLines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    if (whole.length() < text.length()) {
      PrivateFiles.replace(file, whole.getBytes(StandardCharsets.UTF_8));
    }
    return whole.lines().toList();
  }

  /** Begins a ledger with a new job and its plan. */
  static FetchLedger create(Path file, List<DateRange> windows) {
    FetchLedger ledger = new FetchLedger(file, UUID.randomUUID().toString(), windows);
    ObjectNode plan = Mappers.json().createObjectNode().put("job", ledger.jobId);
    windows.forEach(w -> put(plan.withArray("windows").addObject(), w));
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FetchErrors.disk("The ledger " + file + " cannot be replaced", e);
    }
    ledger.append(plan);
    return ledger;
  }

  String jobId() {
    return jobId;
  }

  List<DateRange> windows() {
    return windows;
  }

  synchronized Optional<FinishedPart> part(DateRange window) {
    return Optional.ofNullable(parts.get(window));
  }

  /** Returns the parts of all windows, in the order of their days; requires that all are there. */
  synchronized List<FinishedPart> finishedParts() {
    return windows.stream()
        .map(
            window ->
                part(window).orElseThrow(() -> new IllegalStateException("no part for " + window)))
        .toList();
  }

  /** Records a part that is complete and safe on disk. */
  synchronized void finish(FinishedPart part) {
    ObjectNode line = Mappers.json().createObjectNode();
    put(line, new DateRange(part.from(), part.to()));
    line.put("file", part.file())
        .put("lines", part.lines())
        .put("bytes", part.bytes())
        .put("fetched_at", part.fetchedAt().toString());
    append(line);
    parts.put(new DateRange(part.from(), part.to()), part);
  }

  private void take(JsonNode line) {
    DateRange window = range(line);
    parts.put(
        window,
        new FinishedPart(
            window.from(),
            window.to(),
            line.path("file").asText(),
            line.path("lines").asLong(),
            line.path("bytes").asLong(),
            Instant.parse(line.path("fetched_at").asText())));
  }

  private void append(ObjectNode line) {
    try (FileChannel channel = PrivateFiles.append(file)) {
      PrivateFiles.write(channel, (line + "\n").getBytes(StandardCharsets.UTF_8));
      channel.force(true);
    } catch (IOException e) {
      throw FetchErrors.disk("The ledger " + file + " cannot be written", e);
    }
  }

  private static void put(ObjectNode node, DateRange range) {
    node.put("from", range.from().toString()).put("to", range.to().toString());
  }

  private static DateRange range(JsonNode node) {
    return new DateRange(
        LocalDate.parse(node.path("from").asText()), LocalDate.parse(node.path("to").asText()));
  }
}
