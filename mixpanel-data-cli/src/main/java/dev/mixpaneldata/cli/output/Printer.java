package dev.mixpaneldata.cli.output;

import java.io.IOException;
import java.io.Writer;

/** Writes a result in one format, with a line end at the end. */
@FunctionalInterface
interface Printer {
  void print(Object result, Page page, Writer out) throws IOException;
}
