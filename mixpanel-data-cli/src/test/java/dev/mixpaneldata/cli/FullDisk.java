package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A disk that is really full: a small file system in memory, which a process of its own mounts for
 * itself alone.
 */
final class FullDisk {
  private static final List<String> ALONE =
      List.of("unshare", "--user", "--map-root-user", "--mount", "--");

  private static final String MOUNTED =
      "mount -t tmpfs -o size=8m none \"$1\" && shift && exec \"$@\"";

  private FullDisk() {}

  /** Returns the page's row; empty where the system lets nobody mount. */
  static Optional<String> row(Path folder) throws Exception {
    if (run(folder, List.of("true")).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> row =
        run(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                folder.toString()));
    assertThat(row).as("the row of a full disk").isPresent();
    return row;
  }

  /** Returns what a command prints on a disk of its own; empty if it fails. */
  private static Optional<String> run(Path folder, List<String> command) throws Exception {
    List<String> words = new ArrayList<>(ALONE);
    words.addAll(List.of("sh", "-c", MOUNTED, "sh", folder.toString()));
    words.addAll(command);
    Process process;
    try {
      process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }

  /**
   * Fetches another day, and writes until nothing more fits. The file goes with the stage, so that
   * the next face has room.
   */
  static void fill(ErrorFacesTest.Stage stage) throws IOException {
    try (Workspace workspace = stage.open()) {
      workspace.fetch().events(FetchEvents.of("before", DateRange.of("2026-01-02", "2026-01-02")));
    }
    Path filler = stage.folder.resolve("filler");
    stage.hold(() -> Files.delete(filler));
    byte[] bytes = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(bytes);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /** Prints the row of the page. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    System.setOut(System.err);
    ErrorFacesTest faces = new ErrorFacesTest();
    faces.folder = Path.of(args[0]);
    out.print(faces.row(ErrorCode.DISK_FULL));
    out.flush();
  }
}
