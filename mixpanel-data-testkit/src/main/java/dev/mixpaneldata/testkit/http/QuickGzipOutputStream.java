package dev.mixpaneldata.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at the fastest level, so that the fake does not dominate a measurement. */
public final class QuickGzipOutputStream extends GZIPOutputStream {

  /** Compresses to {@code out} in pieces of 64 KiB. */
  public QuickGzipOutputStream(OutputStream out) throws IOException {
    super(out, 1 << 16);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
