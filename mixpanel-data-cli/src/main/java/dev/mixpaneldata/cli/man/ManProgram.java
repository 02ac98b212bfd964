package dev.mixpaneldata.cli.man;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Interruption;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The system's {@code man}, with its pager, width and colours. */
final class ManProgram {
  private ManProgram() {}

  /** Shows a page until the user has read it. Returns false if man is missing or fails. */
  static boolean show(String name, String roff, CommandContext context)
      throws IOException, InterruptedException {
    Optional<Path> man = find(context.environment().getOrDefault("PATH", ""));
    if (man.isEmpty()) {
      return false;
    }
    Path folder = Files.createTempDirectory("mp-man");
    try {
      Path page = Files.writeString(folder.resolve(name + ".1"), roff);
      // Every man reads a name with a slash as a file; only some know -l.
      Process process =
          new ProcessBuilder(man.get().toString(), page.toString()).inheritIO().start();
      return Interruption.waitFor(process) == 0;
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }

  private static Optional<Path> find(String folders) {
    return Arrays.stream(folders.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "man"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
