package dev.mixpaneldata.storage.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Starts programs of this library in processes of their own, by the Java that runs this one. */
public final class ChildJava {
  private ChildJava() {}

  /**
   * Returns a command.
   *
   * @param folder the process's own temporary folder
   * @param flags further flags of the JVM
   * @param jars classes of the jars and folders that make up the class path
   */
  public static List<String> command(
      Class<?> program, Path folder, List<String> flags, Class<?>... jars) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
            "-Xlog:disable",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.timezone=UTC"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(jars), program.getName()));
    return command;
  }

  /** Takes the environment away, which has secrets. */
  public static ProcessBuilder bare(ProcessBuilder builder) {
    // Windows starts nothing without this variable.
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    return builder;
  }

  private static String classPath(Class<?>... jars) {
    return String.join(
        File.pathSeparator, Stream.of(jars).map(ChildJava::origin).distinct().toList());
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class path that is not a file: " + type, e);
    }
  }
}
