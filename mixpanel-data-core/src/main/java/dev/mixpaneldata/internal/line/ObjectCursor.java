package dev.mixpaneldata.internal.line;

/** A cursor over the members of an object that {@link LineScanner} found valid. Not thread-safe. */
public final class ObjectCursor {
  private final JsonSkipper skipper = new JsonSkipper();
  private byte[] buffer = {};
  private int next;
  private int keyStart;
  private int keyEnd;
  private int valueStart;
  private int valueEnd;

  /** Begins with the object in {@code [start, end)}, its braces included. */
  public void open(byte[] line, int start, int end) {
    buffer = line;
    skipper.reset(line, end);
    next = skipper.skipWhite(start + 1);
  }

  /** Moves to the next member; returns false behind the last one. */
  public boolean next() {
    if (buffer[next] == ',') {
      next = skipper.skipWhite(next + 1);
    }
    if (buffer[next] == '}') {
      return false;
    }
    keyStart = next;
    keyEnd = skipper.skipString(next);
    valueStart = skipper.skipWhite(skipper.skipColon(keyEnd));
    valueEnd = skipper.skipValue(valueStart, 1);
    next = skipper.skipWhite(valueEnd);
    return true;
  }

  /** Returns the index of the key's opening quote. */
  public int keyStart() {
    return keyStart;
  }

  /** Returns the index behind the key's closing quote. */
  public int keyEnd() {
    return keyEnd;
  }

  /** Returns the index of the value's first byte. */
  public int valueStart() {
    return valueStart;
  }

  /** Returns the index behind the value's last byte. */
  public int valueEnd() {
    return valueEnd;
  }

  /** Returns the kind of the value. */
  public ValueKind kind() {
    return ValueKind.of(buffer[valueStart]);
  }
}
