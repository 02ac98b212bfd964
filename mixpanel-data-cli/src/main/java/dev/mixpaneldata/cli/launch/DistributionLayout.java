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
import java.util.Set;
import java.util.function.BiFunction;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A copy of the build in a folder of its own, with DuckDB's native libraries outside its jar, and
 * picocli's classes in a newer form. The copy keeps the next build from changing jars under a
 * running process. If the driver finds the library among its resources, it unpacks 72 MB to the
 * temporary folder at each start, which a killed process leaves there. Otherwise it loads the file
 * beside its jar.
 *
 * <p>Platforms have the driver's names for them, such as {@code linux_amd64}.
 */
final class DistributionLayout {
  private static final String LIBRARY = "libduckdb_java.so_";
  private static final String ALL = "all";
  private static final String OLD_CLASSES = "picocli-";

  /** What this program alone needs. */
  private static final String TOOL = "asm-";

  private DistributionLayout() {}

  /**
   * Copies from the first folder to the second. Further arguments are the platforms whose libraries
   * are copied: unless given, this one; {@code all} stands for every platform that the driver has.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> platforms = List.of(arguments).subList(2, arguments.length);
    lay(
        Path.of(arguments[0]),
        Path.of(arguments[1]),
        platforms.isEmpty() ? Set.of(platform()) : Set.copyOf(platforms));
  }

  static void lay(Path lib, Path run, Set<String> platforms) throws IOException {
    Files.createDirectories(run);
    List<Path> jars;
    try (Stream<Path> files = Files.list(lib)) {
      jars = files.filter(f -> f.getFileName().toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      Path target = run.resolve(name);
      if (name.startsWith(OLD_CLASSES)) {
        renew(jar, target);
      } else if (!name.startsWith(TOOL)
          && !(name.startsWith("duckdb_jdbc-") && split(jar, target, platforms))) {
        Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Splits the libraries from the driver's jar. Returns false if the jar has none for these
   * platforms: the driver itself then says it best.
   */
  private static boolean split(Path driver, Path target, Set<String> platforms) throws IOException {
    try (JarFile jar = new JarFile(driver.toFile())) {
      List<JarEntry> libraries =
          jar.stream()
              .filter(e -> e.getName().startsWith(LIBRARY))
              .filter(e -> platforms.contains(ALL) || platforms.contains(platformOf(e)))
              .toList();
      for (JarEntry library : libraries) {
        try (InputStream in = jar.getInputStream(library)) {
          Files.copy(
              in, target.resolveSibling(library.getName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      if (!libraries.isEmpty()) {
        copyWithoutLibraries(jar, target);
      }
      return !libraries.isEmpty();
    }
  }

  private static String platformOf(JarEntry library) {
    return library.getName().substring(LIBRARY.length());
  }

  /** Returns the platform by the driver's name for it. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "macos" : "linux";
    return name + "_" + (processor.matches("x86_64|amd64") ? "amd64" : "arm64");
  }

  private static void copyWithoutLibraries(JarFile jar, Path target) throws IOException {
    copy(
        jar,
        jar.stream().filter(e -> !e.getName().startsWith(LIBRARY)).toList(),
        (name, content) -> content,
        target);
  }

  private static void renew(Path old, Path target) throws IOException {
    try (JarFile jar = new JarFile(old.toFile());
        RenewedClasses classes = new RenewedClasses(old)) {
      copy(jar, jar.stream().toList(), classes::renewed, target);
    }
  }

  private static void copy(
      JarFile jar, List<JarEntry> entries, BiFunction<String, byte[], byte[]> change, Path target)
      throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (JarEntry entry : entries) {
        ZipEntry copy = new ZipEntry(entry.getName());
        // Equal inputs give equal bytes, on any day.
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        try (InputStream in = jar.getInputStream(entry)) {
          out.write(change.apply(entry.getName(), in.readAllBytes()));
        }
        out.closeEntry();
      }
    }
  }
}
