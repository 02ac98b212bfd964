package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines that could not be stored as they came, one JSON object per line: {@code part}, {@code
 * line} (its number in the answer), {@code why}, {@code repaired}, and {@code text}, or {@code
 * base64} where it is not UTF-8; of a line of more than a megabyte the beginning, with its length
 * as {@code bytes}. Beyond a size, lines are counted but not kept ({@link LeftOut}). The first line
 * creates the file. Each line is in it before its load is committed, so that a run after a kill
 * reads it there. Thread-safe.
 */
final class Quarantine implements AutoCloseable {
  private static final String FILE = "quarantine.jsonl";

  /**
   * The most bytes of lines that are kept. More lines show nothing new, and a few kilobytes of gzip
   * can hold millions of them.
   */
  private static final long MOST = 50_000_000;

  /** Mixpanel's largest event has 1 MB. */
  private static final int MOST_OF_A_LINE = 1_000_000;

  private final Path file;
  private final long most;
  private final Map<String, Long> unusable = new HashMap<>();
  private final Map<String, LeftOut> leftOut = new HashMap<>();
  private long repaired;
  private @Nullable FileChannel channel;

  private Quarantine(Path file, long most) {
    this.file = file;
    this.most = most;
  }

  /** Returns an empty quarantine for a load, which finds the lines of an earlier one again. */
  static Quarantine empty(JobFolder folder) {
    return empty(folder, MOST);
  }

  /** Returns an empty quarantine that keeps lines until the file has {@code most} bytes. */
  static Quarantine empty(JobFolder folder, long most) {
    Quarantine quarantine = new Quarantine(folder.file(FILE), most);
    try {
      Files.deleteIfExists(quarantine.file);
    } catch (IOException e) {
      throw quarantine.notWritable(e);
    }
    return quarantine;
  }

  /** Returns the quarantine of an earlier run, whose load was committed. */
  static Quarantine ofEarlierRun(JobFolder folder) {
    Quarantine quarantine = new Quarantine(folder.file(FILE), MOST);
    if (!Files.exists(quarantine.file)) {
      return quarantine;
    }
    try (BufferedReader lines = Files.newBufferedReader(quarantine.file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        quarantine.count(Mappers.read(line));
      }
    } catch (IOException e) {
      throw FetchErrors.disk("The quarantine file " + quarantine.file + " cannot be read", e);
    }
    return quarantine;
  }

  synchronized void keep(QuarantinedLine line) {
    String part = String.valueOf(line.part().getFileName());
    count(part, line.repaired(), 1);
    try {
      if (channel == null) {
        channel = PrivateFiles.create(file);
      }
      if (channel.position() < most) {
        PrivateFiles.write(channel, entry(line, part));
      } else {
        // The entries follow the lines, which no longer grow.
        LeftOut counts = leftOut.computeIfAbsent(part, name -> new LeftOut(leftOut.size()));
        counts.add(line.repaired());
        channel.write(ByteBuffer.wrap(counts.entry(part)), channel.position() + counts.place());
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private static byte[] entry(QuarantinedLine line, String part) {
    ObjectNode entry = Mappers.json().createObjectNode();
    entry
        .put("part", part)
        .put("line", line.number())
        .put("why", line.why())
        .put("repaired", line.repaired());
    byte[] bytes = line.bytes();
    if (bytes.length > MOST_OF_A_LINE) {
      entry.put("bytes", bytes.length);
      bytes = Arrays.copyOf(bytes, MOST_OF_A_LINE);
    }
    try {
      entry.put("text", UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      entry.put("base64", Base64.getEncoder().encodeToString(bytes));
    }
    return (entry + "\n").getBytes(UTF_8);
  }

  private void count(JsonNode entry) {
    String part = entry.path("part").asText();
    LeftOut.read(entry)
        .ifPresentOrElse(
            counts -> {
              leftOut.put(part, counts);
              count(part, true, counts.repaired());
              count(part, false, counts.unusable());
            },
            () -> count(part, entry.path("repaired").asBoolean(), 1));
  }

  private void count(String part, boolean isRepaired, long lines) {
    if (isRepaired) {
      repaired += lines;
    } else {
      unusable.merge(part, lines, Long::sum);
    }
  }

  /** Returns the number of lines that were stored after a repair. */
  synchronized long repaired() {
    return repaired;
  }

  /** Returns the number of lines that could not be stored. */
  synchronized long unusable() {
    return unusable.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the number of lines of one part that could not be stored. */
  synchronized long unusableIn(String part) {
    return unusable.getOrDefault(part, 0L);
  }

  /** Returns the number of lines that are counted but are not in the file. */
  synchronized long leftOut() {
    return leftOut.values().stream().mapToLong(LeftOut::lines).sum();
  }

  /** Returns the file; empty if nothing was set aside. */
  synchronized Optional<Path> file() {
    return repaired + unusable() > 0 ? Optional.of(file) : Optional.empty();
  }

  @Override
  public synchronized void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw notWritable(e);
      }
    }
  }

  private RuntimeException notWritable(IOException failure) {
    return FetchErrors.disk("The quarantine file " + file + " cannot be written", failure);
  }
}
