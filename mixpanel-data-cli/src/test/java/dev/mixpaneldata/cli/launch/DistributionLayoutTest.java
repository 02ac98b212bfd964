package dev.mixpaneldata.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
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
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

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

  @Test
  void whatTheLayoutAloneNeedsIsLeftOut() throws IOException {
    Files.writeString(lib.resolve("asm-9.9.jar"), "asm");
    assertThat(names(lay("tools", "linux_amd64"))).containsExactly(DRIVER, LINUX, "other.jar");
  }

  @Test
  void anOldClassIsOfJava17AndDoesTheSame() throws Exception {
    try (OutputStream file = Files.newOutputStream(lib.resolve("picocli-9.9.jar"));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of("Larger.class", "picocli.txt")) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(BUILT);
        out.putNextEntry(entry);
        out.write(name.equals("Larger.class") ? larger() : new byte[] {1, 2});
        out.closeEntry();
      }
    }
    Path jar = lay("old", "linux_amd64").resolve("picocli-9.9.jar");
    try (JarFile renewed = new JarFile(jar.toFile());
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      assertThat(renewed.stream().map(ZipEntry::getTimeLocal)).containsExactly(BUILT, BUILT);
      assertThat(content(renewed, "picocli.txt")).containsExactly(1, 2);
      assertThat(content(renewed, "Larger.class")[7]).isEqualTo((byte) 61);
      Object larger =
          loader.loadClass("Larger").getMethod("of", int.class, int.class).invoke(null, 3, 5);
      assertThat(larger).isEqualTo(5);
    }
  }

  /** A class of Java 5, whose branch needs a frame from Java 7 on. */
  private static byte[] larger() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V1_5, Opcodes.ACC_PUBLIC, "Larger", null, "java/lang/Object", null);
    MethodVisitor of =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "of", "(II)I", null, null);
    Label second = new Label();
    of.visitVarInsn(Opcodes.ILOAD, 0);
    of.visitVarInsn(Opcodes.ILOAD, 1);
    of.visitJumpInsn(Opcodes.IF_ICMPLT, second);
    of.visitVarInsn(Opcodes.ILOAD, 0);
    of.visitInsn(Opcodes.IRETURN);
    of.visitLabel(second);
    of.visitVarInsn(Opcodes.ILOAD, 1);
    of.visitInsn(Opcodes.IRETURN);
    of.visitMaxs(0, 0);
    return writer.toByteArray();
  }

  private static byte[] content(JarFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readAllBytes();
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
