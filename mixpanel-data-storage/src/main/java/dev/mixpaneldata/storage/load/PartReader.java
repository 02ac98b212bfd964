package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.internal.line.JsonStrings;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.internal.line.LineRepair;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineStatus;
import dev.mixpaneldata.internal.line.ValueKind;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the usable lines of a part, repaired if necessary. Several readers of a part share its
 * lines. For one thread.
 */
final class PartReader {
  /** The shift of a part's number in {@link #order()}; leaves room for 2^40 lines. */
  private static final int PART_SHIFT = 40;

  private final Part part;
  private final LineReader lines;
  private final LineScanner scanner;
  private final Consumer<QuarantinedLine> setAside;
  private byte[] buffer = {};

  PartReader(Part part, LineScanner scanner, Consumer<QuarantinedLine> setAside) {
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
    setAside.accept(new QuarantinedLine(part.path(), lines.number(), repaired, why, line));
  }

  Part part() {
    return part;
  }

  /** Returns the array that holds the slices of {@link #scanner()}. */
  byte[] buffer() {
    return buffer;
  }

  LineScanner scanner() {
    return scanner;
  }

  /** Returns a number that grows with the order of receipt, over all parts. */
  long order() {
    return ((long) part.number() << PART_SHIFT) + lines.number();
  }

  /** Returns whether the slot's key is there and its value is not null. */
  boolean hasValue(int slot) {
    return scanner.has(slot) && scanner.kind(slot) != ValueKind.NULL;
  }

  /** Returns the bytes of the value as they are in the line. */
  byte[] slice(int slot) {
    return Arrays.copyOfRange(buffer, scanner.start(slot), scanner.end(slot));
  }

  /**
   * Returns the decoded text of a string, the JSON of any other value; null for null or no value.
   */
  byte @Nullable [] text(int slot) {
    if (!hasValue(slot)) {
      return null;
    }
    return scanner.kind(slot) == ValueKind.STRING ? string(slot) : slice(slot);
  }

  /** Returns the decoded text of a string. */
  byte[] string(int slot) {
    return JsonStrings.bytes(buffer, scanner.start(slot), scanner.end(slot));
  }

  /** Returns whether the value is a number written as an integer that a long holds. */
  boolean isLong(int slot) {
    return scanner.has(slot)
        && scanner.kind(slot) == ValueKind.NUMBER
        && JsonNumber.fitsLong(buffer, scanner.start(slot), scanner.end(slot));
  }

  /** Returns the integer, if {@link #isLong} is true. */
  long longValue(int slot) {
    return JsonNumber.longValue(buffer, scanner.start(slot), scanner.end(slot));
  }
}
