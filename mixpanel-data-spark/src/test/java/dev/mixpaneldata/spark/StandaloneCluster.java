package dev.mixpaneldata.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A master and two workers of Spark's standalone cluster on this machine, each with processes of
 * its own. It starts with one core and one executor a worker.
 */
final class StandaloneCluster implements AutoCloseable {
  private final Path home;
  private final Path folder;
  private final String master;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path home, Path folder, String master) {
    this.home = home;
    this.folder = folder;
    this.master = master;
  }

  static StandaloneCluster start(Path home, Path folder) throws Exception {
    int port = freePort();
    StandaloneCluster cluster = new StandaloneCluster(home, folder, "spark://127.0.0.1:" + port);
    cluster.run("master", "Master", "--port", Integer.toString(port), "--webui-port", "0");
    cluster.awaitLog("master", "I have been elected leader");
    for (String worker : List.of("one", "two")) {
      cluster.run(
          worker,
          "Worker",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--webui-port",
          "0",
          "--work-dir",
          folder.resolve(worker).toString(),
          cluster.master);
      cluster.awaitLog(worker, "Successfully registered with master");
    }
    return cluster;
  }

  String master() {
    return master;
  }

  /** Kills the first worker and its executor, as if its machine were gone. */
  void killWorker() throws InterruptedException {
    Process worker = processes.get(1);
    List<ProcessHandle> executors = worker.descendants().toList();
    worker.destroyForcibly().waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Runs a program of Spark until it ends, and returns what it wrote. */
  String submit(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/spark-submit").toString());
    command.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
    command.addAll(arguments);
    Path out = folder.resolve("submit.out");
    Path err = folder.resolve("submit.err");
    Process process =
        builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(Files.readString(out) + Files.readString(err));
    }
    return Files.readString(out);
  }

  private void run(String log, String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/spark-class").toString());
    command.add("org.apache.spark.deploy." + program.toLowerCase(Locale.ROOT) + "." + program);
    command.addAll(List.of("--host", "127.0.0.1"));
    command.addAll(Arrays.asList(arguments));
    processes.add(
        builder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log + ".log").toFile())
            .start());
  }

  private ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", folder.toString());
    builder.environment().put("SPARK_DAEMON_MEMORY", "256m");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private void awaitLog(String log, String text) throws Exception {
    Path file = folder.resolve(log + ".log");
    for (int i = 0; i < 600; i++) {
      if (Files.readString(file).contains(text)) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException(Files.readString(file));
  }

  /** Returns the jars that a cluster needs besides Spark; folders of classes are packed first. */
  static List<String> jars(Path folder) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = entry.replace('\\', '/');
      if (Files.isDirectory(path)
          && name.matches(".*/mixpanel-data-(core|storage|spark)/target/classes/?")) {
        Path jar = folder.resolve(path.getParent().getParent().getFileName() + ".jar");
        pack(path, jar);
        jars.add(jar.toString());
      } else if (name.matches(
          ".*/(mixpanel-data-(core|storage)-[^/]*(?<!-tests)|duckdb_jdbc-[^/]*|jspecify-[^/]*|jackson-jq-[^/]*|joni-[^/]*|jcodings-[^/]*)\\.jar")) {
        jars.add(entry);
      }
    }
    return jars;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream target = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        target.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, target);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
