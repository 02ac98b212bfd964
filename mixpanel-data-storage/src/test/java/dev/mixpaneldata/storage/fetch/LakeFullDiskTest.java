package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake on a disk that is really full: a file system in memory, which one process mounts. */
class LakeFullDiskTest {
  private static final List<String> ALONE =
      List.of("unshare", "--user", "--map-root-user", "--mount", "--");

  private static final String MOUNTED =
      "mount -t tmpfs -o size=2m none \"$1\" && shift && exec \"$@\"";

  @TempDir Path folder;

  @Test
  void whatFitsIsThereAndTheRestFollowsWhenThereIsSpace() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Path data = folder.resolve("data");
    assumeThat(run(disk, List.of("true"))).as("a disk of its own").isPresent();
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(3, 300)).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      workspace.fetch().events(Local.january("jan"));
      String id = Long.toString(mixpanel.projectId());
      Optional<String> said =
          run(
              disk,
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  LakeFullDiskTest.class.getName(),
                  id,
                  data.toString(),
                  disk.toString()));

      assertThat(said.orElseThrow().lines())
          .containsExactly("DISK_FULL", "readable", "written 900");
    }
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

  /** Fills the disk but for a little, exports, makes space and exports again. */
  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[2]);
    Path lake = disk.resolve("lake");
    Path filler = disk.resolve("filler");
    try (Workspace workspace =
        Workspace.builder()
            .credentials(Credentials.of("user", "secret", arguments[0], Region.US))
            .dataDirectory(Path.of(arguments[1]))
            .open()) {
      workspace.lake(lake).export("jan");
      fill(filler);
      try {
        workspace
            .lake(lake)
            .export(ExportLake.of(lake, "jan").with(e -> e.overwrite(true)), LakeListener.NONE);
      } catch (MixpanelDataException e) {
        System.out.println(e.code());
      }
      if (LakeFiles.checked(lake).rows() == 900) {
        System.out.println("readable");
      }
      Files.delete(filler);
      System.out.println(
          "written "
              + workspace
                  .lake(lake)
                  .export(
                      ExportLake.of(lake, "jan").with(e -> e.overwrite(true)), LakeListener.NONE)
                  .rows());
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] bytes = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(bytes);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
