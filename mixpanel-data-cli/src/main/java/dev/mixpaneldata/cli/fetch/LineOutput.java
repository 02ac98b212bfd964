package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.command.CommandContext;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;

/** A printer of streams line by line, in constant memory. */
final class LineOutput {
  private LineOutput() {}

  static void print(CommandContext context, Stream<String> lines) throws IOException {
    Writer out = context.data();
    for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
      out.write(line.next());
      out.write('\n');
    }
    out.flush();
  }
}
