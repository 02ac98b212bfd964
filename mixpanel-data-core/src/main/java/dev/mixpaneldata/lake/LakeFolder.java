package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A lake in a local folder. */
public final class LakeFolder {
  /** What a person calls the writing of a lake, which can be repeated. */
  static final String JOB = "export";

  /** The lock of those who change the manifest. */
  static final String LOCK = ".lock";

  private static final String WORK = ".mixpanel-data-";

  /** An address such as {@code s3a://bucket}; a letter alone is a drive of Windows. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  private final Path path;

  private LakeFolder(Path path) {
    this.path = path;
  }

  /**
   * Returns the lake in this folder, which need not exist.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for an address of an object store
   */
  public static LakeFolder of(Path path) {
    return new LakeFolder(check(path).toAbsolutePath().normalize());
  }

  /** Returns the path if it is one of this computer. */
  static Path check(Path path) {
    if (ADDRESS.matcher(path.toString()).matches()) {
      throw MixpanelDataException.invalidArgument(
          "'" + path + "' is an address, and lakes are written to and read from local folders.",
          "Write the lake to a local folder and copy the folder there with the store's own tool,"
              + " "
              + LakeLayout.MANIFEST
              + " last.");
    }
    return path;
  }

  /** Returns the folder. */
  public Path path() {
    return path;
  }

  /** Returns the path of a file of the lake. */
  public Path file(LakeFile file) {
    return path.resolve(file.path());
  }

  /** Returns what the lake holds; empty if there is no lake yet. */
  public Optional<LakeManifest> find() {
    Path manifest = path.resolve(LakeLayout.MANIFEST);
    if (!Files.exists(manifest)) {
      return Optional.empty();
    }
    try {
      String json = Files.readString(manifest, StandardCharsets.UTF_8);
      return Optional.of(LakeManifest.parse(json, path.toString()));
    } catch (IOException e) {
      throw failed("The file " + manifest + " cannot be read", e);
    }
  }

  /**
   * Returns what the lake holds.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there is no lake
   */
  public LakeManifest read() {
    return find()
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.NOT_FOUND,
                    "There is no lake in " + path + ": it has no " + LakeLayout.MANIFEST + ".",
                    "Name the folder that the lake was written to."));
  }

  /**
   * Refuses events of another source than those that the lake holds.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if there is a lake with another source
   */
  public void check(LakeSource source) {
    find().ifPresent(manifest -> SourceRules.check(this, manifest.source(), source));
  }

  /** Returns whether all files of a day are there, with their sizes. */
  boolean isWhole(LakeDay day) {
    try {
      for (LakeFile file : day.files()) {
        if (!Files.isRegularFile(file(file)) || Files.size(file(file)) != file.bytes()) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns what to throw when the lake's disk failed. */
  static MixpanelDataException failed(String what, Exception cause) {
    return DiskFailure.of(
        JOB, what, "Check the permissions of the folder, or choose another for the lake.", cause);
  }

  /** Makes a private folder in the lake for files that are being written. */
  WorkFolder work() throws IOException {
    return WorkFolder.in(path, WORK);
  }

  /** Refuses a folder without a manifest that holds anything but the rest of a first write. */
  void requireOwn() throws IOException {
    if (!Files.isDirectory(path) || Files.exists(path.resolve(LakeLayout.MANIFEST))) {
      return;
    }
    try (Stream<Path> children = Files.list(path)) {
      List<String> names = children.map(child -> String.valueOf(child.getFileName())).toList();
      boolean isOwn =
          names.stream()
              .allMatch(
                  name ->
                      name.equals(LakeLayout.EVENTS) || name.equals(LOCK) || name.startsWith(WORK));
      if (!isOwn) {
        throw MixpanelDataException.invalidArgument(
            path + " contains something other than a lake.",
            "Choose a folder of its own for the lake.");
      }
    }
  }
}
