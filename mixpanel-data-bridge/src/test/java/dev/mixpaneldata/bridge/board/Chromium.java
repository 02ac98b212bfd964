package dev.mixpaneldata.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Opens pages in Chromium without a screen. Tests are skipped where there is no Chromium, unless
 * {@code -Dboards.browser.required=true}.
 *
 * @param folder where it may write
 */
record Chromium(Path folder) {
  /** What it printed, and what it logged: messages of the console among others. */
  record Ended(String output, String log) {}

  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("browser"),
                "--enable-logging=stderr",
                "--virtual-time-budget=2000"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(log.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(Files.readString(output), Files.readString(log));
  }

  /** Returns the page as the browser understands it, after everything on it has run. */
  String dom(Path page) throws IOException, InterruptedException {
    return run("--dump-dom", page.toUri().toString()).output();
  }

  private static Path program() {
    Optional<Path> program =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();
    if (!Boolean.getBoolean("boards.browser.required")) {
      assumeThat(program).as("SKIPPED: there is no Chromium for the page of a board").isPresent();
    }
    return program.orElseThrow(
        () -> new IllegalStateException("There is no Chromium for the page of a board"));
  }
}
