package dev.mixpaneldata.cli.command;

import dev.mixpaneldata.internal.Visible;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer that makes control characters visible, so that a terminal does not obey them. */
final class VisibleWriter extends FilterWriter {
  VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    out.write(Visible.lines(Character.toString((char) c)));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    out.write(Visible.lines(new String(text, offset, length)));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(Visible.lines(text.substring(offset, offset + length)));
  }
}
