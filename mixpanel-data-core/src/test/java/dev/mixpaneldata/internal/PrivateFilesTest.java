package dev.mixpaneldata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {
  private static final byte[] TEXT = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @BeforeEach
  void needPermissions() {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void whatIsMadeIsForItsUserAlone() throws IOException {
    Path made = PrivateFiles.folder(folder.resolve("base"), "a", "b");
    PrivateFiles.open(made.resolve("open")).close();
    PrivateFiles.append(made.resolve("append")).close();
    PrivateFiles.stream(made.resolve("stream")).close();
    PrivateFiles.replace(made.resolve("replace"), TEXT);
    for (Path path : new Path[] {folder.resolve("base"), folder.resolve("base/a"), made}) {
      assertThat(mode(path)).isEqualTo("rwx------");
    }
    try (var files = Files.list(made)) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(f -> assertThat(mode(f)).isEqualTo("rw-------"));
    }
  }

  @Test
  void aFolderOfOursThatIsThereIsClosedAndTheUsersOwnStays() throws IOException {
    Path base = Files.createDirectory(folder.resolve("base"));
    Path ours = Files.createDirectory(base.resolve("ours"));
    for (Path path : new Path[] {base, ours}) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    PrivateFiles.folder(base, "ours");
    assertThat(mode(base)).isEqualTo("rwxr-xr-x");
    assertThat(mode(ours)).isEqualTo("rwx------");
  }

  @Test
  void noLinkIsFollowed() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "precious");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
    assertThatThrownBy(() -> PrivateFiles.open(link)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> PrivateFiles.append(link)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> PrivateFiles.folder(folder, "linked"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("symbolic link");
    PrivateFiles.replace(link, TEXT);
    assertThat(target).hasContent("precious");
    assertThat(folder.resolve("link")).hasContent("new").isRegularFile();
    assertThat(Files.isSymbolicLink(folder.resolve("link"))).isFalse();
  }

  @Test
  void aReplacementThatIsRefusedLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assertThatThrownBy(
            () ->
                PrivateFiles.replace(
                    file,
                    TEXT,
                    () -> {
                      throw new IOException("no");
                    }))
        .hasMessage("no");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void foldersOfDeadProcessesAreRemovedAndThoseOfLivingOnesKept() throws Exception {
    Path dead = abandoned("work-dead");
    Path young = abandoned("work-young");
    Path foreign = abandoned("other-dead");
    makeOld(dead);
    makeOld(foreign);
    Path living;
    try (WorkFolder first = WorkFolder.in(folder, "work-")) {
      living = first.path();
      makeOld(living);
      try (WorkFolder second = WorkFolder.in(folder, "work-")) {
        assertThat(second.path()).isDirectory();
        assertThat(dead).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
        assertThat(living).exists();
      }
    }
    assertThat(living).doesNotExist();
  }

  private Path abandoned(String name) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.createFile(made.resolve("lock"));
    return made;
  }

  private static void makeOld(Path path) throws IOException {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    Files.setLastModifiedTime(path, FileTime.from(past));
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
