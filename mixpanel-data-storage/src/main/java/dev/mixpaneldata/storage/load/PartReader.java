package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.JsonText;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.store.SetAsideLine;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the usable lines of one part file, mended where that is needed. For one thread. */
final class PartReader implements Closeable {
  private static final int INPUT_BYTES = 64 << 10;

  /** How far the number of a part is shifted in {@link #order()}; leaves room for 2^40 lines. */
  private static final int PART_SHIFT = 40;

  private final Path part;
  private final LineReader lines;
  private final LineScanner scanner;
  private final Consumer<SetAsideLine> setAside;
  private final long partOrder;
  private byte[] buffer = {};
  private long lineNumber;

  /** Opens a part; {@code number} is its place among the parts of the load. */
  PartReader(Path part, int number, LineScanner scanner, Consumer<SetAsideLine> setAside)
      throws IOException {
    this.part = part;
    this.lines = new LineReader(open(part));
    this.scanner = scanner;
    this.setAside = setAside;
    this.partOrder = (long) number << PART_SHIFT;
  }

  /** Steps to the next usable line. */
  boolean next() throws IOException {
    while (lines.next()) {
      lineNumber++;
      buffer = lines.buffer();
      LineStatus status = scanner.scan(buffer, lines.start(), lines.end());
      if (status == LineStatus.REPAIRABLE) {
        tell(true, "repaired: characters that JSON cannot carry");
        buffer = LineRepair.repair(buffer, lines.start(), lines.end());
        status = scanner.scan(buffer, 0, buffer.length);
      }
      if (status == LineStatus.GOOD) {
        return true;
      }
      tell(false, "unusable: the line " + scanner.fault().description());
    }
    return false;
  }

  private void tell(boolean repaired, String why) {
    byte[] line = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
    setAside.accept(new SetAsideLine(part, lineNumber, repaired, why, line));
  }

  /** The array that the slices of {@link #scanner()} lie in. */
  byte[] buffer() {
    return buffer;
  }

  LineScanner scanner() {
    return scanner;
  }

  /** Grows with the order of receipt, over all parts. */
  long order() {
    return partOrder + lineNumber;
  }

  /** Whether the slot's key is there and its value is not null. */
  boolean hasValue(int slot) {
    return scanner.has(slot) && scanner.kind(slot) != ValueKind.NULL;
  }

  /** The bytes of the value as they are in the line. */
  byte[] slice(int slot) {
    return Arrays.copyOfRange(buffer, scanner.start(slot), scanner.end(slot));
  }

  /** The decoded text of a string, the JSON of any other value; null for null or no value. */
  byte @Nullable [] text(int slot) {
    if (!hasValue(slot)) {
      return null;
    }
    return scanner.kind(slot) == ValueKind.STRING ? string(slot) : slice(slot);
  }

  /** The decoded text of a string. */
  byte[] string(int slot) {
    return JsonText.bytes(buffer, scanner.start(slot), scanner.end(slot));
  }

  /** Whether the value is a number written as an integer that a long holds. */
  boolean isLong(int slot) {
    return scanner.has(slot)
        && scanner.kind(slot) == ValueKind.NUMBER
        && JsonNumber.fitsLong(buffer, scanner.start(slot), scanner.end(slot));
  }

  /** The integer, where {@link #isLong} is true. */
  long longValue(int slot) {
    return JsonNumber.longValue(buffer, scanner.start(slot), scanner.end(slot));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** Not a channel's stream: interrupting the reading thread would close that. */
  private static InputStream open(Path part) throws IOException {
    FileInputStream file = new FileInputStream(part.toFile());
    try {
      return new GZIPInputStream(file, INPUT_BYTES);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
