package dev.mixpaneldata.mcp;

import dev.mixpaneldata.internal.Visible;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error, which receives the log. Each text is a line of its own, so that no entry can look
 * like another or steer the terminal.
 */
final class VisibleErrors extends PrintStream {
  VisibleErrors(OutputStream target) {
    super(target, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String text) {
    super.println(Visible.line(String.valueOf(text)));
  }

  /** Prints lines of stack traces, which arrive here. */
  @Override
  public void println(Object text) {
    super.println(Visible.lines(String.valueOf(text)));
  }
}
