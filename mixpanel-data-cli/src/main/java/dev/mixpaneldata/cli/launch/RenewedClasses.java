package dev.mixpaneldata.cli.launch;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * A jar's class files in the form of Java 17. The JVM keeps no class data of files from before Java
 * 6, and verifies them by a slower algorithm: 60 ms of the processor at each start of mp.
 */
final class RenewedClasses implements AutoCloseable {
  private static final int JAVA_6 = 50;

  private final URLClassLoader loader;

  RenewedClasses(Path jar) throws IOException {
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
  }

  /** Returns the entry's content: as it is, unless it is an old class. */
  byte[] renewed(String entry, byte[] content) {
    if (!entry.endsWith(".class") || content[7] >= JAVA_6) {
      return content;
    }
    ClassWriter writer =
        new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
          @Override
          protected ClassLoader getClassLoader() {
            return loader;
          }
        };
    ClassVisitor version =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visit(
              int old,
              int access,
              String name,
              @Nullable String signature,
              @Nullable String superName,
              String @Nullable [] interfaces) {
            super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
          }
        };
    new ClassReader(content).accept(version, ClassReader.SKIP_FRAMES);
    return writer.toByteArray();
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
