package dev.mixpaneldata.testkit.fault;

import dev.mixpaneldata.testkit.dataset.EventLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Damage to the text of an export. */
final class TextDamage {

  private TextDamage() {}

  /** Returns the first lines, a share of the next one, and a tail without a line feed. */
  static byte[] ended(byte[] text, int afterLines, double shareOfNext, String tail) {
    List<byte[]> lines = lines(text);
    ByteArrayOutputStream damaged = new ByteArrayOutputStream();
    int whole = Math.min(afterLines, lines.size());
    for (byte[] line : lines.subList(0, whole)) {
      write(damaged, line);
    }
    if (whole < lines.size()) {
      byte[] next = lines.get(whole);
      damaged.write(next, 0, (int) (next.length * shareOfNext));
    }
    damaged.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
    return damaged.toByteArray();
  }

  static byte[] withUndecodableLine(byte[] text) {
    byte[] line = "{\"event\":\"Broken\",\"properties\":{oops".getBytes(StandardCharsets.UTF_8);
    return inserted(text, line);
  }

  static byte[] withLoneSurrogate(byte[] text) {
    return inserted(text, event(text, "Lone Surrogate", "a\\ud83db"));
  }

  static byte[] withInvalidUtf8(byte[] text) {
    byte[] line = event(text, "Invalid Text", "a??b");
    int marks = new String(line, StandardCharsets.ISO_8859_1).indexOf("??");
    // A lead byte of two which no continuation byte follows.
    line[marks] = (byte) 0xc3;
    line[marks + 1] = (byte) 0x28;
    return inserted(text, line);
  }

  static byte[] withBrokenRecord(byte[] text) {
    List<byte[]> lines = lines(text);
    if (lines.isEmpty()) {
      return text;
    }
    int middle = lines.size() / 2;
    byte[] record = lines.get(middle);
    List<byte[]> damaged = new ArrayList<>(lines);
    damaged.set(middle, Arrays.copyOf(record, record.length / 2));
    damaged.add(middle + 1, Arrays.copyOfRange(record, record.length / 2, record.length));
    return joined(damaged);
  }

  /** Returns an event at the time of the first line, so that it lies in a requested day. */
  private static byte[] event(byte[] text, String name, String note) {
    long time =
        lines(text).stream()
            .map(line -> new EventLine(line).timeMillis().orElse(0))
            .findFirst()
            .orElse(0L);
    return ("{\"event\":\""
            + name
            + "\",\"properties\":{\"time\":"
            + time
            + ",\"distinct_id\":\"odd\",\"$insert_id\":\"odd-text\",\"note\":\""
            + note
            + "\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] inserted(byte[] text, byte[] line) {
    List<byte[]> lines = new ArrayList<>(lines(text));
    lines.add(lines.size() / 2, line);
    return joined(lines);
  }

  private static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    lines.forEach(line -> write(joined, line));
    return joined.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[] line) {
    out.writeBytes(line);
    out.write('\n');
  }

  private static List<byte[]> lines(byte[] text) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int index = 0; index < text.length; index++) {
      if (text[index] == '\n') {
        lines.add(Arrays.copyOfRange(text, start, index));
        start = index + 1;
      }
    }
    if (start < text.length) {
      lines.add(Arrays.copyOfRange(text, start, text.length));
    }
    return lines;
  }
}
