package dev.mixpaneldata.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionLayoutTest {
  private static final String DRIVER = "duckdb_jdbc-9.9.jar";
  private static final String LINUX = "libduckdb_java.so_linux_amd64";
  private static final String WINDOWS = "libduckdb_java.so_windows_amd64";
  private static final LocalDateTime BUILT = LocalDateTime.parse("2026-01-02T03:04:06");

  @TempDir Path folder;
  private Path lib;

  @BeforeEach
  void aBuild() throws IOException {
    lib = Files.createDirectory(folder.resolve("lib"));
    Files.writeString(lib.resolve("other.jar"), "other");
    try (OutputStream file = Files.newOutputStream(lib.resolve(DRIVER));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of("org/duckdb/Driver.class", LINUX, WINDOWS)) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BUILT);
        out.putNextEntry(entry);
        out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  @Test
  void theLibraryOfThePlatformLiesBesideTheDriver() throws IOException {
    Path run = lay("linux", "linux_amd64");
    assertThat(names(run)).containsExactly(DRIVER, LINUX, "other.jar");
    assertThat(run.resolve(LINUX)).hasContent(LINUX);
    try (JarFile driver = new JarFile(run.resolve(DRIVER).toFile())) {
      assertThat(driver.stream().map(ZipEntry::getName)).containsExactly("org/duckdb/Driver.class");
    }
  }

  @Test
  void anArchiveForEverybodyHasAllOfThem() throws IOException {
    assertThat(names(lay("all", "all"))).containsExactly(DRIVER, LINUX, WINDOWS, "other.jar");
  }

  @Test
  void aPlatformThatTheDriverLacksKeepsItWhole() throws IOException {
    Path run = lay("plan9", "plan9_amd64");
    assertThat(names(run)).containsExactly(DRIVER, "other.jar");
    assertThat(run.resolve(DRIVER)).hasSameBinaryContentAs(lib.resolve(DRIVER));
  }

  @Test
  void theDriverKeepsItsTimesSoThatBuildsAreEqual() throws IOException {
    Path run = lay("times", "linux_amd64");
    try (JarFile driver = new JarFile(run.resolve(DRIVER).toFile())) {
      assertThat(driver.stream().map(ZipEntry::getTimeLocal)).containsExactly(BUILT);
    }
  }

  private Path lay(String name, String platform) throws IOException {
    Path run = folder.resolve(name);
    DistributionLayout.lay(lib, run, Set.of(platform));
    return run;
  }

  private static List<String> names(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
