package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.value.DateRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write to a lake. */
class LakeKilledTest {
  @TempDir Path folder;

  @Test
  void aKillAtAnyMomentLeavesALake() throws Exception {
    Path data = folder.resolve("data");
    Path lake = folder.resolve("lake");
    Random random = new Random(7);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(12, 400)).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      workspace.fetch().events(FetchEvents.of("jan", DateRange.of("2026-01-01", "2026-01-12")));
      List<String> expected = Local.properties(workspace, "jan");
      workspace.close();

      for (int kill = 0; kill < 4; kill++) {
        // Some milliseconds after a day was reported: while the next one is written or named.
        run(
            ChildLake.start(mixpanel, data, lake, "export"),
            random.nextInt(12),
            random.nextInt(30));
        if (LakeFolder.of(lake).find().isPresent()) {
          LakeFiles.checked(lake);
        }
      }
      run(ChildLake.start(mixpanel, data, lake, "export"), Integer.MAX_VALUE, 0);

      assertThat(LakeFiles.checked(lake).days()).hasSize(12);
      assertThat(LakeFiles.properties(lake)).isEqualTo(expected);
      assertThat(LakeFiles.all(lake)).as("nothing of the killed").isEqualTo(LakeFiles.listed(lake));
      assertThat(lake.toFile().list()).contains("manifest.json", "events", ".lock");
    }
  }

  @Test
  void aFetchThatIsKilledEndsAsOneThatWasNot() throws Exception {
    Path data = folder.resolve("data");
    Path lake = folder.resolve("lake");
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(20, 400)).start();
        Workspace workspace = Local.of(mixpanel, data).open()) {
      for (int pause : List.of(1_200, 2_400)) {
        run(ChildLake.start(mixpanel, data, lake, "fetch"), 0, pause);
        if (LakeFolder.of(lake).find().isPresent()) {
          LakeFiles.checked(lake);
        }
      }
      run(ChildLake.start(mixpanel, data, lake, "fetch"), Integer.MAX_VALUE, 0);

      workspace.fetch().events(Local.january("jan"));
      assertThat(LakeFiles.checked(lake).days()).hasSize(31);
      assertThat(LakeFiles.properties(lake)).isEqualTo(Local.properties(workspace, "jan"));
      assertThat(LakeFiles.all(lake)).isEqualTo(LakeFiles.listed(lake));
    }
  }

  /** Kills the process so many milliseconds after it has reported so many days. */
  private static void run(Process process, int days, int pauseMillis)
      throws IOException, InterruptedException {
    boolean isDone = false;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      int seen = 0;
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        isDone |= line.equals(ChildLake.DONE);
        if (line.startsWith(ChildLake.DAY) && seen++ == days) {
          Thread.sleep(pauseMillis);
          process.destroyForcibly();
          break;
        }
      }
    }
    int status = process.waitFor();
    assertThat(isDone || days < Integer.MAX_VALUE).as("status %d", status).isTrue();
  }
}
