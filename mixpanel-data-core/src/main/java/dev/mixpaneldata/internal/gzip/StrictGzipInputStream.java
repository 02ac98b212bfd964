package dev.mixpaneldata.internal.gzip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952) of one or more members and reports the end of the stream only when every
 * byte was accounted for: each member is whole, its CRC and length are right, and nothing that is
 * not a member follows. {@link java.util.zip.GZIPInputStream} takes unreadable bytes after a member
 * for the end, which would lose the rest of an answer silently.
 */
public final class StrictGzipInputStream extends FilterInputStream {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int FLAG_HEADER_CRC = 2;
  private static final int FLAG_EXTRA = 4;
  private static final int FLAG_NAME = 8;
  private static final int FLAG_COMMENT = 16;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private boolean inMember;
  private boolean finished;
  private boolean anyMember;

  /** Makes a stream of the decompressed bytes, which closes the compressed one. */
  public StrictGzipInputStream(InputStream compressed) {
    super(compressed);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!finished) {
      if (!inMember && !startMember()) {
        finished = true;
        break;
      }
      int produced = inflate(target, offset, length);
      if (produced > 0) {
        crc.update(target, offset, produced);
        return produced;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw new IOException("The gzip data needs a dictionary");
      } else {
        refillInflater();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new IOException("The gzip data is corrupt: " + e.getMessage(), e);
    }
  }

  private void refillInflater() throws IOException {
    if (position == limit && !fill()) {
      throw new EOFException("The gzip data is cut short");
    }
    inflater.setInput(buffer, position, limit - position);
    position = limit;
  }

  /** Returns whether another member begins. The input may only end between members. */
  private boolean startMember() throws IOException {
    if (position == limit && !fill()) {
      if (!anyMember) {
        throw new EOFException("There is no gzip data");
      }
      return false;
    }
    if (next() != 0x1f || next() != 0x8b) {
      throw new IOException(
          anyMember ? "Other data follows the gzip data" : "The data is not gzip");
    }
    if (next() != 8) {
      throw new IOException("The gzip data uses an unknown method");
    }
    int flags = next();
    passOver(6);
    if ((flags & FLAG_EXTRA) != 0) {
      passOver(next() | next() << 8);
    }
    if ((flags & FLAG_NAME) != 0) {
      skipText();
    }
    if ((flags & FLAG_COMMENT) != 0) {
      skipText();
    }
    if ((flags & FLAG_HEADER_CRC) != 0) {
      passOver(2);
    }
    inflater.reset();
    crc.reset();
    inMember = true;
    anyMember = true;
    return true;
  }

  private void endMember() throws IOException {
    position = limit - inflater.getRemaining();
    long length = inflater.getBytesWritten();
    if (nextInt() != crc.getValue()) {
      throw new IOException("The gzip data fails its checksum");
    }
    if (nextInt() != (length & 0xffffffffL)) {
      throw new IOException("The gzip data does not have the length that it states");
    }
    inMember = false;
  }

  private long nextInt() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private void skipText() throws IOException {
    int read;
    do {
      read = next();
    } while (read != 0);
  }

  private void passOver(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw new EOFException("The gzip data is cut short");
    }
    return buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    position = 0;
    limit = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.min(count, BUFFER_BYTES)];
    int read = read(scratch, 0, scratch.length);
    return Math.max(read, 0);
  }

  @Override
  public int available() {
    return finished ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    super.close();
  }
}
