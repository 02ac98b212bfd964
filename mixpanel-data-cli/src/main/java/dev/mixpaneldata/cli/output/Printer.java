package dev.mixpaneldata.cli.output;

import java.io.IOException;
import java.io.Writer;

/** A printer that writes a result in one format, with a line break at the end. */
@FunctionalInterface
interface Printer {
  void print(Object result, Page page, Writer out) throws IOException;
}
