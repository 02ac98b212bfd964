package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.JsonText;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.store.spi.SetAsideLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads usable lines of a part, mended where that is needed; those of its lines that no other
 * reader of the same part takes. For one thread.
 */
final class PartReader {
  /** How far the number of a part is shifted in {@link #order()}; leaves room for 2^40 lines. */
  private static final int PART_SHIFT = 40;

  private final Part part;
  private final LineReader lines;
  private final LineScanner scanner;
  private final Consumer<SetAsideLine> setAside;
  private byte[] buffer = {};

  PartReader(Part part, LineScanner scanner, Consumer<SetAsideLine> setAside) {
    this.part = part;
    this.lines = new LineReader(part.lines());
    this.scanner = scanner;
    this.setAside = setAside;
  }

  /** Steps to the next usable line. */
  boolean next() throws IOException {
    while (lines.next()) {
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
    setAside.accept(new SetAsideLine(part.path(), lines.number(), repaired, why, line));
  }

  Part part() {
    return part;
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
    return ((long) part.number() << PART_SHIFT) + lines.number();
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
}
