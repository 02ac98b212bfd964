package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.WorkFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a lake day by day. A day's new files are complete and on disk before the manifest lists
 * them, and its old ones go after that, so that a process that dies at any moment leaves a lake.
 * Several processes may write at once: each day is that of one of them as a whole.
 */
final class LakeWriter implements AutoCloseable {
  /** The longest wait for another writer, which holds the lock while it names one day. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final LakeFolder lake;
  private final LakeSource source;
  private final WorkFolder work;

  private LakeWriter(LakeFolder lake, LakeSource source, WorkFolder work) {
    this.lake = lake;
    this.source = source;
    this.work = work;
  }

  /**
   * Opens a lake for writing, makes it if there is none, and removes what an interrupted write left
   * in it.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for a lake with another source
   */
  static LakeWriter open(LakeFolder lake, LakeSource source) {
    try {
      lake.requireOwn();
      lake.check(source);
      PrivateFiles.createFolders(lake.path());
      LakeWriter writer = new LakeWriter(lake, source, lake.work());
      try (LockedFile lock = writer.lock()) {
        writer.removeUnlisted();
      } catch (IOException | RuntimeException e) {
        writer.work.close();
        throw e;
      }
      return writer;
    } catch (IOException e) {
      throw failed(lake, e);
    }
  }

  /** Returns what the lake holds now. */
  LakeManifest manifest() {
    return lake.find().orElseGet(() -> LakeManifest.empty(source));
  }

  /** Returns whether all files of a day are there. */
  boolean isWhole(LakeDay day) {
    return lake.isWhole(day);
  }

  /** Returns a private folder on the lake's disk. */
  Path work() {
    return work.path();
  }

  /**
   * Puts a day in the place of what the lake had of it.
   *
   * @param file its file in {@link #work()}; empty for a day without events
   * @param columns the columns that the file has beside the fixed ones
   */
  void put(LocalDate day, Optional<Path> file, LakeDay content, List<LakeColumn> columns) {
    try (LockedFile lock = lock()) {
      LakeManifest manifest = manifest();
      SourceRules.check(lake, manifest.source(), source);
      if (file.isPresent()) {
        move(file.get(), lake.file(content.files().get(0)));
      }
      LakeManifest changed = manifest.with(day, content, columns);
      PrivateFiles.replace(
          lake.path().resolve(LakeLayout.MANIFEST),
          changed.json().getBytes(StandardCharsets.UTF_8));
      removeUnlisted(folder(day), changed);
    } catch (IOException e) {
      throw failed(lake, e);
    }
  }

  private void move(Path file, Path target) throws IOException {
    PrivateFiles.restrict(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Path folder = target.getParent();
    PrivateFiles.folder(
        lake.path(), LakeLayout.EVENTS, String.valueOf(folder == null ? "" : folder.getFileName()));
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.forceFolder(folder);
  }

  private LockedFile lock() throws IOException {
    return LockedFile.open(lake.path().resolve(LakeFolder.LOCK), LONGEST_WAIT, PAUSE)
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.DATABASE_LOCKED,
                    "Another process has been changing the lake "
                        + lake.path()
                        + " for "
                        + LONGEST_WAIT.toSeconds()
                        + " s.",
                    "Wait until it has ended and try again."));
  }

  private Path folder(LocalDate day) {
    return lake.path().resolve(LakeLayout.EVENTS).resolve(LakeLayout.folder(day));
  }

  private void removeUnlisted() throws IOException {
    Path events = lake.path().resolve(LakeLayout.EVENTS);
    if (Files.isDirectory(events)) {
      LakeManifest manifest = manifest();
      List<Path> folders;
      try (Stream<Path> children = Files.list(events)) {
        folders = children.filter(c -> LakeLayout.isFolder(name(c))).toList();
      }
      for (Path folder : folders) {
        removeUnlisted(folder, manifest);
      }
    }
  }

  private void removeUnlisted(Path folder, LakeManifest manifest) throws IOException {
    if (!PrivateFiles.isOwnFolder(folder)) {
      return;
    }
    Set<Path> listed =
        manifest.days().values().stream()
            .flatMap(day -> day.files().stream())
            .map(lake::file)
            .collect(Collectors.toSet());
    List<Path> unlisted;
    try (Stream<Path> files = Files.list(folder)) {
      unlisted =
          files.filter(f -> LakeLayout.isFile(name(f))).filter(f -> !listed.contains(f)).toList();
    }
    for (Path file : unlisted) {
      Files.deleteIfExists(file);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public void close() {
    try {
      work.close();
    } catch (IOException e) {
      throw failed(lake, e);
    }
  }

  private static MixpanelDataException failed(LakeFolder lake, IOException cause) {
    return LakeFolder.failed("The lake " + lake.path() + " cannot be written", cause);
  }
}
