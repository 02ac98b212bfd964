package dev.mixpaneldata.bridge.store;

import dev.mixpaneldata.internal.DaemonThreads;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The system's keyring, asked by the system's own command: {@code security} on macOS, {@code
 * secret-tool} elsewhere. A locked keyring may wait for a person who is not there, so each question
 * has two seconds. A secret goes to standard input and is never an argument.
 */
final class Keyring {
  private static final long LIMIT_SECONDS = 2;
  private static final String SERVICE = "mixpanel-data";
  private static final String ACCOUNT = "token-key";

  private final Map<String, String> environment;
  private final boolean mac;

  Keyring(Map<String, String> environment) {
    this.environment = environment;
    this.mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
  }

  /** The key in the keyring; empty where there is none, or no keyring. */
  Optional<String> find() {
    return (mac
            ? run("security", "", "find-generic-password", "-s", SERVICE, "-a", ACCOUNT, "-w")
            : run("secret-tool", "", "lookup", "service", SERVICE, "account", ACCOUNT))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** Puts a key there; whether it can be found afterwards. */
  boolean put(String key) {
    if (mac) {
      String line =
          "add-generic-password -U -s " + SERVICE + " -a " + ACCOUNT + " -w " + key + "\n";
      run("security", line, "-i");
    } else {
      run(
          "secret-tool",
          key,
          "store",
          "--label=mixpanel-data connections",
          "service",
          SERVICE,
          "account",
          ACCOUNT);
    }
    return find().equals(Optional.of(key));
  }

  private Optional<String> run(String program, String input, String... arguments) {
    Optional<Path> found = locate(program);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<String> command = new java.util.ArrayList<>(List.of(found.get().toString()));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    CompletableFuture<String> output = new CompletableFuture<>();
    DaemonThreads.named("bridge-keyring")
        .newThread(
            () -> {
              try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
                stdin.close();
                byte[] bytes = process.getInputStream().readNBytes(64 * 1024);
                output.complete(new String(bytes, StandardCharsets.UTF_8));
              } catch (IOException e) {
                output.completeExceptionally(e);
              }
            })
        .start();
    try {
      String text = output.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(text)
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private Optional<Path> locate(String program) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      Path path = folder.isEmpty() ? Path.of(program) : Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
