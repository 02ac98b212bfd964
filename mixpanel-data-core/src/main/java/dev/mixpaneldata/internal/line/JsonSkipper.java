package dev.mixpaneldata.internal.line;

/**
 * Steps over JSON values and checks them against RFC 8259 on the way. Every method takes the index
 * of the first byte and returns the index behind the last one, or {@link #BROKEN}. Not thread-safe.
 */
final class JsonSkipper {
  /**
   * The result for a text that breaks the grammar; {@link #fault} and {@link #faultAt} say how and
   * where.
   */
  static final int BROKEN = -1;

  private byte[] buffer = {};
  private int end;
  private boolean escaped;
  private boolean repairable;
  private LineFault fault = LineFault.NOT_JSON;
  private int faultAt;

  void reset(byte[] newBuffer, int newEnd) {
    buffer = newBuffer;
    end = newEnd;
    repairable = false;
    fault = LineFault.NOT_JSON;
    faultAt = newEnd;
  }

  /** Returns whether the last skipped string has a backslash in it. */
  boolean escaped() {
    return escaped;
  }

  /** Returns whether a string since the reset has a lone surrogate or bytes that are not UTF-8. */
  boolean repairable() {
    return repairable;
  }

  LineFault fault() {
    return fault;
  }

  int faultAt() {
    return faultAt;
  }

  int broken(int at) {
    return broken(LineFault.NOT_JSON, at);
  }

  int broken(LineFault why, int at) {
    fault = why;
    faultAt = at;
    return BROKEN;
  }

  int skipWhite(int from) {
    int at = from;
    while (at < end && isWhite(buffer[at])) {
      at++;
    }
    return at;
  }

  static boolean isWhite(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
  }

  int skipValue(int at, int depth) {
    if (at >= end) {
      return broken(at);
    }
    return switch (buffer[at]) {
      case '"' -> skipString(at);
      case '{' -> skipObject(at, depth);
      case '[' -> skipArray(at, depth);
      case 't' -> skipWord(at, "true");
      case 'f' -> skipWord(at, "false");
      case 'n' -> skipWord(at, "null");
      default -> skipNumber(at);
    };
  }

  private int skipObject(int from, int depth) {
    if (depth >= LineScanner.MAX_DEPTH) {
      return broken(LineFault.TOO_DEEP, from);
    }
    int at = skipWhite(from + 1);
    if (at < end && buffer[at] == '}') {
      return at + 1;
    }
    while (true) {
      at = skipKey(at);
      if (at < 0) {
        return BROKEN;
      }
      at = skipValue(skipWhite(at), depth + 1);
      if (at < 0) {
        return BROKEN;
      }
      at = skipWhite(at);
      if (at < end && buffer[at] == '}') {
        return at + 1;
      }
      if (at >= end || buffer[at] != ',') {
        return broken(at);
      }
      at = skipWhite(at + 1);
    }
  }

  /** Steps over a key and the colon behind it. */
  private int skipKey(int from) {
    if (from >= end || buffer[from] != '"') {
      return broken(from);
    }
    int at = skipString(from);
    return at < 0 ? BROKEN : skipColon(at);
  }

  int skipColon(int from) {
    int at = skipWhite(from);
    return at < end && buffer[at] == ':' ? at + 1 : broken(at);
  }

  private int skipArray(int from, int depth) {
    if (depth >= LineScanner.MAX_DEPTH) {
      return broken(LineFault.TOO_DEEP, from);
    }
    int at = skipWhite(from + 1);
    if (at < end && buffer[at] == ']') {
      return at + 1;
    }
    while (true) {
      at = skipValue(at, depth + 1);
      if (at < 0) {
        return BROKEN;
      }
      at = skipWhite(at);
      if (at < end && buffer[at] == ']') {
        return at + 1;
      }
      if (at >= end || buffer[at] != ',') {
        return broken(at);
      }
      at = skipWhite(at + 1);
    }
  }

  private int skipWord(int from, String word) {
    int length = word.length();
    if (from + length > end) {
      return broken(end);
    }
    for (int i = 1; i < length; i++) {
      if (buffer[from + i] != word.charAt(i)) {
        return broken(from + i);
      }
    }
    return from + length;
  }

  private int skipNumber(int from) {
    int at = from;
    if (buffer[at] == '-') {
      at++;
    }
    if (at < end && buffer[at] == '0') {
      at++;
    } else {
      at = skipDigits(at);
    }
    if (at > 0 && at < end && buffer[at] == '.') {
      at = skipDigits(at + 1);
    }
    if (at > 0 && at < end && (buffer[at] | 0x20) == 'e') {
      at++;
      if (at < end && (buffer[at] == '+' || buffer[at] == '-')) {
        at++;
      }
      at = skipDigits(at);
    }
    return at;
  }

  /** Steps over one or more digits. */
  private int skipDigits(int from) {
    int at = from;
    while (at < end && buffer[at] >= '0' && buffer[at] <= '9') {
      at++;
    }
    return at == from ? broken(at) : at;
  }

  int skipString(int from) {
    byte[] bytes = buffer;
    int limit = end;
    int at = from + 1;
    escaped = false;
    while (true) {
      while (at + Long.BYTES <= limit) {
        long marks = ByteWords.notPlain(ByteWords.at(bytes, at));
        if (marks != 0) {
          at += ByteWords.firstByte(marks);
          break;
        }
        at += Long.BYTES;
      }
      if (at >= limit) {
        return broken(limit);
      }
      byte letter = bytes[at];
      if (letter == '"') {
        return at + 1;
      }
      if (letter == '\\') {
        at = skipEscape(at);
        if (at < 0) {
          return BROKEN;
        }
      } else if (letter < 0) {
        at = skipWideCharacter(at);
      } else if (letter < 0x20) {
        return broken(at);
      } else {
        at++;
      }
    }
  }

  private int skipWideCharacter(int at) {
    int length = Utf8.sequenceLength(buffer, at, end);
    if (length == 0) {
      repairable = true;
      return at + 1;
    }
    return at + length;
  }

  private int skipEscape(int at) {
    escaped = true;
    if (at + 1 >= end) {
      return broken(end);
    }
    if (buffer[at + 1] != 'u') {
      return Escapes.simple(buffer[at + 1]) < 0 ? broken(at + 1) : at + 2;
    }
    int unit = Escapes.codeUnit(buffer, at + 2, end);
    if (unit < 0) {
      return broken(at + 2);
    }
    int next = at + Escapes.UNICODE_LENGTH;
    if (!Escapes.isSurrogate(unit)) {
      return next;
    }
    if (Escapes.isHighSurrogate(unit)
        && Escapes.isLowSurrogate(Escapes.unicodeEscape(buffer, next, end))) {
      return next + Escapes.UNICODE_LENGTH;
    }
    repairable = true;
    return next;
  }
}
