package dev.mixpaneldata.fetch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An output stream that reports a file's failures as {@link DiskException}. */
final class DiskOutputStream extends FilterOutputStream {
  DiskOutputStream(OutputStream file) {
    super(file);
  }

  @Override
  public void write(int one) {
    try {
      out.write(one);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }
}
