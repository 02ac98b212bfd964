package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of a user's data can be read by others, for a moment or for good. */
class PrivateDataTest {
  @TempDir Path folder;

  @BeforeEach
  void needPermissions() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFetchAnAppendAQuarantineAndAnExportAreForTheirUserAlone(boolean folderIsThere)
      throws Exception {
    Path data = folder.resolve("data");
    if (folderIsThere) {
      makeOpenToAll(data);
    }
    Map<LocalDate, List<String>> lines = new TreeMap<>(Events.days(31, 300));
    lines.computeIfPresent(
        LocalDate.parse("2026-01-05"),
        (day, events) -> {
          List<String> more = new ArrayList<>(events);
          more.add(1, "{\"event\":\"no event\"}");
          return more;
        });
    try (Watcher watcher = new Watcher(data);
        FakeMixpanel mixpanel =
            FakeMixpanel.builder().events(lines).profiles(List.of(profile("a"))).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      workspace.fetch().events(Local.january("jan"));
      workspace.fetch().events(Local.january("jan").withMode(FetchMode.APPEND));
      workspace.fetch().profiles(FetchProfiles.of("people"));
      workspace.sql("SELECT count(*) FROM jan");
      workspace
          .tables()
          .export(
              TableExport.of(
                  "jan", Files.createDirectories(folder.resolve("out")).resolve("jan.csv")));
      assertThat(watcher.seen()).as("seen at any moment").isEmpty();
      assertThat(openToOthers(data)).isEmpty();
      assertThat(openToOthers(folder.resolve("out").resolve("jan.csv"))).isEmpty();
      assertThat(data.resolve("quarantine")).isNotEmptyDirectory();
    }
    assertThat(Files.getPosixFilePermissions(db(data)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aFetchThatIsKilledLeavesNothingToOthers() throws Exception {
    Path data = folder.resolve("data");
    makeOpenToAll(data);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 400)).start()) {
      mixpanel.faults().always(request -> true, Fault.delay(Duration.ofMillis(60)));
      for (String moment : List.of(ChildFetch.WINDOW, ChildFetch.LOADING)) {
        kill(ChildFetch.start(mixpanel, data), moment);
        assertThat(openToOthers(data)).as("killed at %s", moment).isEmpty();
        assertThat(data.resolve("fetch")).isDirectory();
      }
    }
  }

  @Test
  void aLinkThatWasPlantedIsNotFollowed() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(data.resolve("fetch"), elsewhere);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 1)).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      assertThatThrownBy(() -> workspace.fetch().events(Local.january("jan")))
          .isInstanceOf(MixpanelDataException.class)
          .hasMessageContaining("symbolic link");
      assertThat(elsewhere).isEmptyDirectory();
      assertThat(mixpanel.requests("/api/2.0/export")).isEmpty();
    }
  }

  @Test
  void aLinkInThePlaceOfAPartIsReplacedAndNotWrittenThrough() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
    Path data = folder.resolve("data");
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 1)).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      workspace
          .fetch()
          .events(
              Local.january("jan").with(f -> f.workers(1).chunkDays(16)),
              new FetchListener() {
                @Override
                public void windowFinished(String window) {
                  plant(data, precious);
                }
              });
      assertThat(precious).hasContent("precious");
      assertThat(workspace.tables().list()).hasSize(1);
    }
  }

  private static void plant(Path data, Path target) {
    try {
      Files.walkFileTree(
          data.resolve("fetch"),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              String name = String.valueOf(file.getFileName());
              if (name.endsWith(".gz")) {
                Path next = file.resolveSibling("part-2026-01-17_2026-01-31.jsonl.gz.tmp");
                if (!Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
                  Files.createSymbolicLink(next, target);
                }
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path db(Path data) throws IOException {
    try (var files = Files.list(data)) {
      return files.filter(file -> file.toString().endsWith(".db")).findFirst().orElseThrow();
    }
  }

  private static void makeOpenToAll(Path data) throws IOException {
    Files.createDirectory(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String profile(String id) {
    return "{\"$distinct_id\":\"" + id + "\",\"$properties\":{}}";
  }

  private static void kill(Process process, String moment) throws Exception {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(moment)) {
          process.destroyForcibly();
          break;
        }
      }
    }
    process.waitFor();
  }

  /** The files that others may read. */
  private static Set<String> openToOthers(Path data) throws IOException {
    Set<String> open = new TreeSet<>();
    if (!Files.exists(data)) {
      return open;
    }
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            // What is in a closed folder is out of reach.
            return path.equals(data) || isOpen(path)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (isOpen(path)) {
              open.add(String.valueOf(data.relativize(path)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException gone) throws IOException {
            if (gone instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw gone;
          }
        });
    return open;
  }

  private static boolean isOpen(Path path) throws IOException {
    try {
      Set<PosixFilePermission> mode =
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
      return mode.contains(PosixFilePermission.OTHERS_READ)
          || mode.contains(PosixFilePermission.GROUP_READ);
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Looks all the time, as another user could. */
  private static final class Watcher implements AutoCloseable {
    private final Set<String> seen = new TreeSet<>();
    private final Thread thread;
    private volatile boolean stopped;

    Watcher(Path data) {
      thread =
          new Thread(
              () -> {
                while (!stopped) {
                  try {
                    Set<String> open = openToOthers(data);
                    synchronized (seen) {
                      seen.addAll(open);
                    }
                  } catch (IOException e) {
                    // What vanishes while it is looked at is looked at again.
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    Set<String> seen() {
      synchronized (seen) {
        return new TreeSet<>(seen);
      }
    }

    @Override
    public void close() throws InterruptedException {
      stopped = true;
      thread.join();
    }
  }
}
