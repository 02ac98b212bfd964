package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/** Prints a stream line by line, in constant memory. */
final class LineOutput {
  private final Writer out;

  LineOutput(CommandContext context) {
    this.out = context.data();
  }

  void raw(Stream<String> lines) throws IOException {
    for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
      out.write(line.next());
      out.write('\n');
    }
    out.flush();
  }

  void json(Stream<?> records) throws IOException {
    for (Iterator<?> record = records.iterator(); record.hasNext(); ) {
      out.write(ResultJson.text(record.next()));
      out.write('\n');
    }
    out.flush();
  }
}
