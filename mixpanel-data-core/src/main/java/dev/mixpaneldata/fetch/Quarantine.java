package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.store.spi.SetAsideLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps lines that could not be stored as they came, one JSON object a line: {@code part}, {@code
 * line} (its number in the answer), {@code why}, {@code repaired}, and {@code text}, or {@code
 * base64} where it is not UTF-8. The file is made with the first line. Each line is in it before
 * the load that met it is committed, so that a run that takes over after a kill reads it there.
 * Thread-safe.
 */
final class Quarantine implements AutoCloseable {
  private static final String FILE = "quarantine.jsonl";

  private final Path file;
  private final Map<String, Long> unusable = new HashMap<>();
  private long repaired;
  private @Nullable OutputStream out;

  private Quarantine(Path file) {
    this.file = file;
  }

  /** An empty one for a load, which finds again what an earlier one has found. */
  static Quarantine empty(JobFolder folder) {
    Quarantine quarantine = new Quarantine(folder.file(FILE));
    try {
      Files.deleteIfExists(quarantine.file);
    } catch (IOException e) {
      throw quarantine.notWritable(e);
    }
    return quarantine;
  }

  /** That of an earlier run, whose load was committed. */
  static Quarantine ofEarlierRun(JobFolder folder) {
    Quarantine quarantine = new Quarantine(folder.file(FILE));
    if (!Files.exists(quarantine.file)) {
      return quarantine;
    }
    try (BufferedReader lines = Files.newBufferedReader(quarantine.file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = Mappers.read(line);
        quarantine.count(entry.path("part").asText(), entry.path("repaired").asBoolean());
      }
    } catch (IOException e) {
      throw FetchErrors.disk("The quarantine file " + quarantine.file + " cannot be read", e);
    }
    return quarantine;
  }

  synchronized void keep(SetAsideLine line) {
    String part = String.valueOf(line.part().getFileName());
    ObjectNode entry = Mappers.json().createObjectNode();
    entry
        .put("part", part)
        .put("line", line.number())
        .put("why", line.why())
        .put("repaired", line.repaired());
    try {
      entry.put("text", UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes())).toString());
    } catch (CharacterCodingException e) {
      entry.put("base64", Base64.getEncoder().encodeToString(line.bytes()));
    }
    try {
      if (out == null) {
        out = Files.newOutputStream(file);
      }
      out.write((entry + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw notWritable(e);
    }
    count(part, line.repaired());
  }

  private void count(String part, boolean isRepaired) {
    if (isRepaired) {
      repaired++;
    } else {
      unusable.merge(part, 1L, Long::sum);
    }
  }

  /** Lines that were stored after a repair. */
  synchronized long repaired() {
    return repaired;
  }

  /** Lines that could not be stored. */
  synchronized long unusable() {
    return unusable.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Lines of one part that could not be stored. */
  synchronized long unusableIn(String part) {
    return unusable.getOrDefault(part, 0L);
  }

  /** The file; empty where nothing was set aside. */
  synchronized Optional<Path> file() {
    return repaired + unusable.size() > 0 ? Optional.of(file) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        throw notWritable(e);
      }
    }
  }

  private RuntimeException notWritable(IOException failure) {
    return FetchErrors.disk("The quarantine file " + file + " cannot be written", failure);
  }
}
