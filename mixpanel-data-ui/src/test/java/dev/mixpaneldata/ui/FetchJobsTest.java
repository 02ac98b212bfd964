package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.Vocabulary;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fetches of a page that is open for days. */
class FetchJobsTest {
  @TempDir private static Path folder;

  @Test
  void onlyTheLatestAreKept() throws Exception {
    try (Served served = Served.start(folder, Dataset.builder().users(2).build(), true);
        FetchJobs jobs = new FetchJobs(served.workspace(), Vocabulary.JAVA)) {
      String first = "";
      String latest = "";
      for (int i = 0; i <= FetchJobs.MOST_KEPT + 1; i++) {
        // A table that exists is refused at once.
        latest =
            jobs.start(
                    Mappers.read(
                        "{\"operation\":\"fetch_profiles\",\"arguments\":{\"table\":\"profiles\"}}"))
                .path("job")
                .asText();
        first = first.isEmpty() ? latest : first;
        while (!jobs.json(latest).path("done").asBoolean()) {
          Thread.sleep(5); // Pages ask in the same way.
        }
      }
      String gone = first;
      assertThat(jobs.json(latest).path("error").path("code").asText()).isEqualTo("TABLE_EXISTS");
      assertThatThrownBy(() -> jobs.json(gone)).hasMessageContaining("no such fetch");
    }
  }
}
