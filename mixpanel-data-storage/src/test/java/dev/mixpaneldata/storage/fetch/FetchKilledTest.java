package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchKilledTest {
  private static final String EXPORT = "/api/2.0/export";

  @TempDir Path folder;

  @Test
  void aFetchThatIsKilledAgainAndAgainEndsAsOneThatWasNot() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 400)).start();
        Workspace reader = Local.of(mixpanel, folder).open()) {
      List<String> expected = undisturbed(mixpanel);
      mixpanel.faults().always(request -> true, Fault.delay(Duration.ofMillis(60)));

      int windows = 0;
      for (String moment : List.of(ChildFetch.WINDOW, ChildFetch.WINDOW, ChildFetch.LOADING)) {
        windows += runUntil(mixpanel, moment);
      }
      int before = mixpanel.requests(EXPORT).size();
      windows += runUntil(mixpanel, "");

      assertThat(mixpanel.requests(EXPORT)).as("all windows were there").hasSize(before);
      assertThat(windows).as("no window was finished twice").isEqualTo(8);
      assertThat(Local.properties(reader, "jan")).isEqualTo(expected);
      assertThat(reader.tables().list()).hasSize(1);
    }
  }

  private List<String> undisturbed(FakeMixpanel mixpanel) {
    FetchEvents request = Local.january("jan");
    try (Workspace other = Local.of(mixpanel, folder.resolve("undisturbed")).open()) {
      other.fetch().events(request);
      return Local.properties(other, "jan");
    }
  }

  /** Kills the process at its first word of {@code moment}; counts the windows it finished. */
  private int runUntil(FakeMixpanel mixpanel, String moment)
      throws IOException, InterruptedException {
    Process process = ChildFetch.start(mixpanel, folder);
    int windows = 0;
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        windows += line.equals(ChildFetch.WINDOW) ? 1 : 0;
        if (line.equals(moment)) {
          process.destroyForcibly().waitFor();
          break;
        }
      }
    }
    process.waitFor();
    return windows;
  }
}
