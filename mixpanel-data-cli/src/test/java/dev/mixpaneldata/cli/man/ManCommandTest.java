package dev.mixpaneldata.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"fetch events", "mp fetch events", "mp-fetch-events"})
  void inAPipeAPageIsText(String words) {
    TestingMp.Ended ended = new TestingMp().run(("man " + words).split(" "));
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).startsWith("NAME\n       mp-fetch-events - Fetch ").contains("--from");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void withoutWordsItIsThePageOfMp() {
    assertThat(new TestingMp().run("man").out()).startsWith("NAME\n       mp - Program");
  }

  @Test
  void atATerminalTheManOfThePathShowsThePage() throws IOException {
    Path shown = folder.resolve("shown");
    program("#!/bin/sh\ncp \"$1\" '" + shown + "'\n");
    TestingMp.Ended ended =
        new TestingMp().atTerminal().with("PATH", path()).run("man", "query", "sql");
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(Files.readString(shown)).startsWith(".TH \"MP\\-QUERY\\-SQL\" \"1\"");
  }

  @Test
  void atATerminalWhereManFailsOrIsAbsentThePageIsText() throws IOException {
    TestingMp.Ended absent = new TestingMp().atTerminal().with("PATH", path()).run("man", "sync");
    program("#!/bin/sh\nexit 16\n");
    TestingMp.Ended failed = new TestingMp().atTerminal().with("PATH", path()).run("man", "sync");
    assertThat(absent.out()).startsWith("NAME\n       mp-sync - ").isEqualTo(failed.out());
    assertThat(failed.status()).isZero();
  }

  @Test
  void allPagesAreWrittenForManToFind() throws IOException {
    Path target = folder.resolve("share/man");
    TestingMp.Ended ended = new TestingMp().run("man", "--to", target.toString());
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("pages to " + target.resolve("man1"), "man -M " + target);
    try (Stream<Path> files = Files.list(target.resolve("man1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSizeGreaterThan(50)
          .contains("mp.1", "mp-fetch.1", "mp-fetch-events.1")
          .allMatch(name -> name.endsWith(".1"));
    }
    // Again is no mistake: a newer mp writes over the pages of the older.
    assertThat(new TestingMp().run("man", "--to", target.toString()).status()).isZero();
  }

  @Test
  void mistakesAreTold() throws IOException {
    TestingMp.Ended unknown = new TestingMp().run("man", "fetch", "evnts");
    assertThat(unknown.status()).isEqualTo(3);
    assertThat(unknown.err()).contains("There is no command 'fetch evnts'.", "mp --help");
    assertThat(new TestingMp().run("man", "--to", folder.toString(), "sync").status()).isEqualTo(3);
    Path file = Files.createFile(folder.resolve("file"));
    TestingMp.Ended unwritable = new TestingMp().run("man", "--to", file.toString());
    assertThat(unwritable.status()).isEqualTo(1);
    assertThat(unwritable.err()).contains("STORAGE_FAILED", "'" + file + "'", "Hint:");
  }

  private void program(String script) throws IOException {
    Path man =
        Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("man"), script);
    assertThat(man.toFile().setExecutable(true)).isTrue();
  }

  private String path() {
    return "/nowhere:" + folder.resolve("bin");
  }
}
