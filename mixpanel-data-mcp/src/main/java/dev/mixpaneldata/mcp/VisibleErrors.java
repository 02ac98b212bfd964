package dev.mixpaneldata.mcp;

import dev.mixpaneldata.internal.Visible;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard error, where the log goes. Each text is a line of its own, so that nothing that is
 * logged can look like another entry or steer the terminal.
 */
final class VisibleErrors extends PrintStream {
  VisibleErrors(OutputStream target) {
    super(target, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(String text) {
    super.println(Visible.line(String.valueOf(text)));
  }

  /** Lines of stack traces come so. */
  @Override
  public void println(Object text) {
    super.println(Visible.lines(String.valueOf(text)));
  }
}
