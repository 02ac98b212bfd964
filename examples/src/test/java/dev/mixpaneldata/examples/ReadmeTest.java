package dev.mixpaneldata.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
  private static final Path SOURCE =
      Path.of("src/main/java/dev/mixpaneldata/examples/QuickStart.java");

  @TempDir Path folder;

  @Test
  void theExampleOfTheReadmeIsTheOneThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    String region =
        source.substring(
            source.indexOf("// tag::quickstart[]\n") + "// tag::quickstart[]\n".length(),
            source.indexOf("    // end::quickstart[]"));
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(region.stripTrailing().stripIndent());
  }

  @Test
  void theExampleRuns() {
    Dataset dataset = Dataset.demo(LocalDate.parse("2026-01-31"));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
        Workspace workspace =
            Workspace.builder()
                .credentials(
                    Credentials.of(
                        mixpanel.username(),
                        mixpanel.secret(),
                        Long.toString(mixpanel.projectId()),
                        Region.US))
                .baseUrl(mixpanel.origin().toString())
                .dataDirectory(folder)
                .open()) {
      QuickStart.run(workspace);
      assertThat(workspace.tables().list()).hasSize(1);
    }
  }
}
