package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions are printed without a call, and what was printed can be run. */
class DefinitionCommandTest {
  private static final String[] REPORT = {
    "query", "insights", "--metric", "Purchase", "--from", "2026-01-05", "--to", "2026-01-06"
  };

  @TempDir Path folder;

  @Test
  void whatIsPrintedIsRunFromAFileAndFromStandardInput() throws IOException {
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder()
            .dataset(Dataset.demo(LocalDate.of(2026, 1, 31)))
            .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
            .start()) {
      TestingProject project = new TestingProject(mixpanel, folder);
      TestingMp.Ended printed = project.mp().run(with("--definition"));
      assertThat(printed.err()).isEmpty();
      assertThat(Mappers.read(printed.out()).path("sections").path("time").path(0).path("value"))
          .hasToString("[\"2026-01-05\",\"2026-01-06\"]");
      assertThat(mixpanel.requests("/api/query/insights")).isEmpty();

      Path file = Files.writeString(folder.resolve("report.json"), printed.out());
      TestingMp.Ended fromFile =
          project.mp().run("query", "insights", "--definition", file.toString());
      assertThat(fromFile.err()).isEmpty();
      TestingMp.Ended fromInput =
          project.mp().input(printed.out()).run("query", "funnel", "--definition", "-");
      assertThat(fromInput.out()).isEqualTo(fromFile.out());
      assertThat(Mappers.read(fromFile.out()).path("series").elements().next().size()).isEqualTo(2);
      assertThat(mixpanel.requests("/api/query/insights")).hasSize(2);
    }
  }

  @Test
  void mistakesAreSaidWithoutACall() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      TestingProject project = new TestingProject(mixpanel, folder);
      TestingMp.Ended nothing = project.mp().run("query", "insights", "--definition");
      assertThat(nothing.status()).isEqualTo(3);
      assertThat(nothing.err()).contains("--metric");
      TestingMp.Ended unread =
          project.mp().input("{").run("query", "insights", "--definition", "-");
      assertThat(unread.status()).isEqualTo(3);
      assertThat(unread.err()).contains("not JSON");
      TestingMp.Ended inexpressible =
          project
              .mp()
              .run(with("--definition", "--where", "properties[\"a\"] == properties[\"b\"]"));
      assertThat(inexpressible.status()).isEqualTo(3);
      assertThat(inexpressible.err()).contains("cannot say").contains("--local");
      assertThat(mixpanel.requests("/api/query/insights")).isEmpty();
    }
  }

  private static String[] with(String... more) {
    String[] all = Arrays.copyOf(REPORT, REPORT.length + more.length);
    System.arraycopy(more, 0, all, REPORT.length, more.length);
    return all;
  }
}
