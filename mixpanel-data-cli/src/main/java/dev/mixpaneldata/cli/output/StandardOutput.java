package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output that does not swallow failures, unlike {@link java.io.PrintStream}. A closed
 * reader ends the command, and a full disk is an error.
 */
public final class StandardOutput extends FilterOutputStream {
  /** Wraps the bytes of standard output. */
  public StandardOutput(OutputStream target) {
    super(target);
  }

  @Override
  public void write(int b) {
    try {
      out.write(b);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space") || message.contains("quota")) {
      return new MixpanelDataException(
          ErrorCode.DISK_FULL,
          "The output could not be written completely: " + e.getMessage() + ".",
          "Free some space, or write elsewhere.",
          e);
    }
    // "Broken pipe", "Connection reset", a closed descriptor: all mean that the reader has gone.
    return new OutputClosed(e);
  }
}
