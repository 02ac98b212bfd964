package dev.mixpaneldata.examples.pages;

import dev.mixpaneldata.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A printed piece of Java: imports, then statements on {@code workspace}. */
final class JavaExample {
  private final String text;

  JavaExample(String text) {
    this.text = text;
  }

  /** Compiles it, warnings included, and runs it; what it printed. */
  String run(Workspace workspace, Path folder) throws ReflectiveOperationException, IOException {
    Path source = Files.writeString(folder.resolve("Example.java"), program());
    compile(source, folder);
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass("Example").getMethod("run", Workspace.class).invoke(null, workspace);
    } finally {
      System.setOut(standardOutput);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String program() {
    return lines(true)
        + "\npublic final class Example {\n"
        + "  public static void run(dev.mixpaneldata.Workspace workspace) throws Exception {\n"
        + lines(false)
        + "\n  }\n}\n";
  }

  private String lines(boolean imports) {
    return text.lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }

  private static void compile(Path source, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjects(source);
      List<String> options =
          List.of("-d", target.toString(), "-proc:none", "-Xlint:deprecation,unchecked", "-Werror");
      if (!compiler.getTask(said, files, null, options, null, units).call()) {
        throw new AssertionError("A printed example does not compile:\n" + said);
      }
    }
  }
}
