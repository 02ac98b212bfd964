package dev.mixpaneldata.cli.launch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes DuckDB's native library out of its jar. The driver unpacks 72 MB to the temporary folder at
 * each start when it finds the library among its resources, and a killed process leaves them there;
 * when it does not, it loads the file beside its jar.
 */
final class DriverLayout {
  private static final String LIBRARY = "libduckdb_java.so_";

  private DriverLayout() {}

  /**
   * Writes {@code duckdb_jdbc.jar} and the library of this platform from {@code lib} to {@code
   * run}.
   */
  public static void main(String[] folders) throws IOException {
    lay(Path.of(folders[0]), Path.of(folders[1]));
  }

  static void lay(Path lib, Path run) throws IOException {
    Files.createDirectories(run);
    List<Path> drivers;
    try (Stream<Path> files = Files.list(lib)) {
      drivers = files.filter(f -> f.getFileName().toString().startsWith("duckdb_jdbc-")).toList();
    }
    for (Path driver : drivers) {
      try (JarFile jar = new JarFile(driver.toFile())) {
        JarEntry library = jar.getJarEntry(LIBRARY + platform());
        // Without a library for this platform the driver itself knows best what to say.
        if (library != null) {
          extract(jar, library, run.resolve(library.getName()));
          copyWithoutLibraries(jar, run.resolve("duckdb_jdbc.jar"));
        }
      }
    }
  }

  /** As the driver names platforms. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
    return name + "_" + (processor.matches("x86_64|amd64") ? "amd64" : "arm64");
  }

  private static void extract(JarFile jar, JarEntry entry, Path target) throws IOException {
    Path part = Files.createTempFile(target.getParent(), "library", ".part");
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyWithoutLibraries(JarFile jar, Path target) throws IOException {
    Path part = Files.createTempFile(target.getParent(), "driver", ".part");
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (JarEntry entry : jar.stream().filter(e -> !e.getName().startsWith(LIBRARY)).toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = jar.getInputStream(entry)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
