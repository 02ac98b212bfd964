package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mp import} and {@code mp profiles}: what they may do, and what is noted of it. */
class IngestionCommandsTest {
  @TempDir Path folder;
  private FakeMixpanel mixpanel;

  @BeforeEach
  void start() {
    mixpanel = FakeMixpanel.builder().start();
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder)
        .mp()
        .with("MP_PROJECT_TOKEN", mixpanel.projectToken())
        .with("MP_PROJECT_ID", Long.toString(mixpanel.projectId()))
        .with("MP_AUDIT_LOG", folder.resolve("audit.jsonl").toString());
  }

  private String events() throws IOException {
    Path file = folder.resolve("events.jsonl");
    Files.writeString(
        file,
        """
        {"event":"A","properties":{"time":%d,"distinct_id":"u1"}}
        {"event":"B","properties":{"distinct_id":"u1"}}
        """
            .formatted(Instant.now().minusSeconds(3600).getEpochSecond()));
    return file.toString();
  }

  private List<String> audit() throws IOException {
    return Files.readAllLines(folder.resolve("audit.jsonl"));
  }

  @Test
  void anImportIsNotedWithWhatFailed() throws IOException {
    assertThat(mp().run("import", events(), "--dry-run").status()).isEqualTo(1);
    assertThat(folder.resolve("audit.jsonl")).doesNotExist();
    assertThat(mp().run("import", events()).status()).isEqualTo(1);
    assertThat(audit())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line).doesNotContain(mixpanel.secret(), mixpanel.projectToken());
              assertThat(Mappers.read(line).path("command").asText()).isEqualTo("import");
              assertThat(Mappers.read(line).path("outcome").asText()).isEqualTo("partly");
            });
  }

  @Test
  void readingOnlySendsNothing() throws IOException {
    TestingMp.Ended imported = mp().run("--read-only", "import", events());
    TestingMp.Ended deleted =
        mp().with("MP_READ_ONLY", "1").run("profiles", "delete", "u1", "--yes");
    for (TestingMp.Ended ended : List.of(imported, deleted)) {
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.err()).contains("PERMISSION_DENIED");
    }
    assertThat(mixpanel.requests()).isEmpty();
    assertThat(audit())
        .hasSize(2)
        .allMatch(line -> line.contains("\"code\":\"PERMISSION_DENIED\""));
    assertThat(mp().run("--read-only", "import", events(), "--dry-run").err())
        .doesNotContain("PERMISSION_DENIED");
  }

  @Test
  void profilesAreNoted() throws IOException {
    assertThat(mp().run("profiles", "set", "u1", "-p", "plan=pro").status()).isZero();
    assertThat(mp().run("profiles", "delete", "u1").status()).isEqualTo(3);
    assertThat(audit().get(0)).contains("profiles set", "\"outcome\":\"ok\"");
    assertThat(audit().get(1)).contains("profiles delete", "INVALID_ARGUMENT");
    assertThat(mixpanel.profile("u1")).isPresent();
  }
}
