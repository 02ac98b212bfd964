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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

      Set<String> finished = new HashSet<>();
      for (String moment : List.of(ChildFetch.WINDOW, ChildFetch.WINDOW, ChildFetch.LOADING, "")) {
        int before = mixpanel.requests(EXPORT).size();
        Set<String> finishedBefore = Set.copyOf(finished);
        finished.addAll(runUntil(mixpanel, moment));
        assertThat(mixpanel.requests(EXPORT).stream().skip(before))
            .as("what is complete is not asked for again")
            .noneMatch(
                request ->
                    finishedBefore.stream()
                        .anyMatch(
                            window ->
                                window.startsWith(request.parameter("from_date").orElse("?"))));
      }

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

  /** Kills the process at its first line of {@code moment}; gives the windows it finished. */
  private Set<String> runUntil(FakeMixpanel mixpanel, String moment)
      throws IOException, InterruptedException {
    Process process = ChildFetch.start(mixpanel, folder);
    Set<String> windows = new HashSet<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(ChildFetch.WINDOW)) {
          windows.add(line.substring(ChildFetch.WINDOW.length() + 1));
        }
        if (!moment.isEmpty() && line.startsWith(moment)) {
          process.destroyForcibly();
          break;
        }
      }
    }
    process.waitFor();
    return windows;
  }
}
