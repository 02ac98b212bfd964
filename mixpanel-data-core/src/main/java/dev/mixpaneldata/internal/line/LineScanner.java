package dev.mixpaneldata.internal.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Checks a line of an export and finds the requested values, in one pass and without making
 * objects. A line that passes is valid JSON by RFC 8259 in well-formed UTF-8. Of equal keys in one
 * object the first counts, as for {@code properties->>'$.key'} in DuckDB. Not thread-safe.
 *
 * <p>A value's slice runs from {@link #start} to {@link #end} of its slot; texts include their
 * quotes. Slots are those of {@link LineShape}; further properties have {@link #slotOf theirs}.
 */
public final class LineScanner {
  /**
   * The depth to which objects and lists may nest; Mixpanel itself allows 3 levels inside
   * properties.
   */
  public static final int MAX_DEPTH = 256;

  private static final int ABSENT = -1;

  private final LineShape shape;
  private final List<String> fields;
  private final KeyTable topKeys;
  private final KeyTable fieldKeys;
  private final JsonSkipper skipper = new JsonSkipper();
  private final int[] starts;
  private final int[] ends;
  private byte[] buffer = {};
  private int lineEnd;
  private LineFault fault = LineFault.NOT_JSON;

  /** Makes a scanner for lines of this shape. */
  public LineScanner(LineShape shape) {
    this(shape, List.of());
  }

  /** Makes a scanner that also finds these properties. */
  public LineScanner(LineShape shape, List<String> properties) {
    this.shape = shape;
    List<String> all = new ArrayList<>(shape.fields());
    properties.stream().filter(p -> !all.contains(p)).forEach(all::add);
    fields = List.copyOf(all);
    topKeys = new KeyTable(List.of(shape.nameKey(), shape.objectKey()), LineShape.NAME);
    fieldKeys = new KeyTable(fields, LineShape.FIRST_FIELD);
    starts = new int[LineShape.FIRST_FIELD + fields.size()];
    ends = new int[starts.length];
  }

  /** Returns the slot of a property that this scanner was made for. */
  public int slotOf(String property) {
    int index = fields.indexOf(property);
    if (index < 0) {
      throw new IllegalArgumentException("The scanner does not look for '" + property + "'.");
    }
    return LineShape.FIRST_FIELD + index;
  }

  /** Scans the line in {@code [start, end)}; slices hold for {@link LineStatus#GOOD} alone. */
  public LineStatus scan(byte[] line, int start, int end) {
    buffer = line;
    lineEnd = end;
    skipper.reset(line, end);
    Arrays.fill(starts, ABSENT);
    int at = skipper.skipWhite(start);
    boolean isObject = at < end && line[at] == '{';
    int after = isObject ? scanObject(at, topKeys, 0) : skipper.skipValue(at, 0);
    if (after < 0) {
      return unusable(skipper.fault());
    }
    after = skipper.skipWhite(after);
    if (after < end) {
      skipper.broken(after);
      return unusable(LineFault.NOT_JSON);
    }
    if (!isObject) {
      return unusable(LineFault.NOT_AN_OBJECT);
    }
    if (!nameFits()) {
      return unusable(LineFault.NO_NAME);
    }
    if (!has(LineShape.PROPERTIES) || kind(LineShape.PROPERTIES) != ValueKind.OBJECT) {
      return unusable(LineFault.NO_PROPERTIES);
    }
    return skipper.repairable() ? LineStatus.REPAIRABLE : LineStatus.GOOD;
  }

  /** Returns the reason why the last line was {@link LineStatus#UNUSABLE}. */
  public LineFault fault() {
    return fault;
  }

  /**
   * Returns the index in the buffer where the last {@link LineStatus#UNUSABLE} line broke the
   * grammar.
   */
  public int faultAt() {
    return skipper.faultAt();
  }

  /** Returns whether the slot's key is present; its value may be {@code null}. */
  public boolean has(int slot) {
    return starts[slot] != ABSENT;
  }

  /** Returns the index of the first byte of a value that is present. */
  public int start(int slot) {
    return starts[slot];
  }

  /** Returns the index behind the last byte of a value that is present. */
  public int end(int slot) {
    return ends[slot];
  }

  /** Returns the kind of a value that is present. */
  public ValueKind kind(int slot) {
    return ValueKind.of(buffer[starts[slot]]);
  }

  private LineStatus unusable(LineFault why) {
    fault = why;
    return LineStatus.UNUSABLE;
  }

  private boolean nameFits() {
    if (!has(LineShape.NAME)) {
      return false;
    }
    ValueKind kind = kind(LineShape.NAME);
    return kind == ValueKind.STRING || (kind == ValueKind.NUMBER && shape.nameMayBeNumber());
  }

  /** Steps over the object and notes the slices of the keys in the table. */
  private int scanObject(int from, KeyTable keys, int depth) {
    int at = skipper.skipWhite(from + 1);
    if (at < lineEnd && buffer[at] == '}') {
      return at + 1;
    }
    while (true) {
      if (at >= lineEnd || buffer[at] != '"') {
        return skipper.broken(at);
      }
      int keyEnd = skipper.skipString(at);
      if (keyEnd < 0) {
        return JsonSkipper.BROKEN;
      }
      int slot = keys.find(buffer, at + 1, keyEnd - 1, skipper.escaped());
      at = skipper.skipColon(keyEnd);
      if (at < 0) {
        return JsonSkipper.BROKEN;
      }
      at = scanValue(skipper.skipWhite(at), slot, depth + 1);
      if (at < 0) {
        return JsonSkipper.BROKEN;
      }
      at = skipper.skipWhite(at);
      if (at < lineEnd && buffer[at] == '}') {
        return at + 1;
      }
      if (at >= lineEnd || buffer[at] != ',') {
        return skipper.broken(at);
      }
      at = skipper.skipWhite(at + 1);
    }
  }

  private int scanValue(int from, int slot, int depth) {
    if (slot < 0 || starts[slot] != ABSENT) {
      return skipper.skipValue(from, depth);
    }
    boolean isProperties = slot == LineShape.PROPERTIES && from < lineEnd && buffer[from] == '{';
    starts[slot] = from;
    int after = isProperties ? scanObject(from, fieldKeys, depth) : skipper.skipValue(from, depth);
    ends[slot] = after;
    return after;
  }
}
