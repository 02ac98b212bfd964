package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;

/** One JSON value, indented. */
final class JsonPrinter implements Printer {
  @Override
  public void print(Object result, Page page, Writer out) throws IOException {
    ResultJson.writePretty(result, out);
    out.write('\n');
  }
}
