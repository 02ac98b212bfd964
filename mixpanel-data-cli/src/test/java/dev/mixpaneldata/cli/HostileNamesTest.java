package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are paths reach neither the disk nor Mixpanel. */
class HostileNamesTest {
  @TempDir Path folder;
  private final FakeMixpanel mixpanel = FakeMixpanel.builder().start();

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABSOLUTE", "../x", "..", ".", "a/b", "x\u0000y", "LONG", "-x"})
  void aTableNameIsNoPath(String name) throws IOException {
    String table =
        name.replace("ABSOLUTE", folder.resolve("elsewhere").toString())
            .replace("LONG", "x".repeat(300));
    refused("fetch", "events", "--from", "2026-01-01", "--to", "2026-01-02", "--", table);
    refused("fetch", "profiles", "--", table);
    refused("sync", "--", table);
  }

  @Test
  void aProjectIsNoPath() throws IOException {
    Files.createFile(folder.resolve("x.db"));
    refused("--project", "../x", "inspect", "tables");
    refused(
        "--project", "../x", "fetch", "events", "t", "--from", "2026-01-01", "--to", "2026-01-02");
    refused("--project", folder.resolve("x").toString(), "query", "sql", "SELECT 1");
  }

  private void refused(String... arguments) throws IOException {
    List<Path> before = tree();
    TestingMp.Ended ended =
        new TestingProject(mixpanel, folder.resolve("data")).mp().run(arguments);
    assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(tree()).isEqualTo(before);
    assertThat(mixpanel.requests()).isEmpty();
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }
}
