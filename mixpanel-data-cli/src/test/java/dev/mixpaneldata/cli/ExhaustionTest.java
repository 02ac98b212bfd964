package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.commandline.ErrorReport;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has no end, and what does not fit, ends with a code and without a trace. */
class ExhaustionTest {
  @TempDir Path folder;

  @Test
  void aFilterThatCallsItselfIsToldAsSuch() {
    TestingMp.Ended ended = new TestingMp().run("inspect", "tables", "--jq", "def f: f; f");
    assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]", "calls itself");
    assertThat(ended.status()).isEqualTo(3);
  }

  @Test
  void aFileWithoutAnEndIsNotReadForEver() {
    if (Files.exists(Path.of("/dev/zero"))) {
      TestingMp.Ended ended = new TestingMp().run("query", "sql", "-F", "/dev/zero");
      assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]", "more than 16 MB");
      assertThat(ended.status()).isEqualTo(3);
    }
  }

  @Test
  void whatTheMemoryCannotHoldHasACode() {
    TestingMp mp = new TestingMp();
    ErrorReport report = new ErrorReport(mp.context());
    assertThat(report.report(new OutOfMemoryError("Java heap space"))).isEqualTo(3);
    assertThat(report.report(new StackOverflowError())).isEqualTo(3);
    assertThat(mp.err.toString())
        .contains("Error [QUERY_FAILED]: The answer needs more memory", "nested too deeply")
        .doesNotContain("\tat ");
  }

  @Test
  void anInterruptionInTheMiddleOfAFileIsOne() {
    TestingMp mp = new TestingMp();
    assertThat(
            new ErrorReport(mp.context())
                .report(new IllegalStateException(new ClosedByInterruptException())))
        .isEqualTo(130);
  }

  @Test
  void aChartReplacesNothingButAChart() throws Exception {
    Path database = Files.writeString(folder.resolve("12345.db"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("absent"));
    for (Path file : new Path[] {database, link, folder}) {
      TestingMp.Ended ended =
          new TestingMp()
              .run(
                  "query",
                  "segmentation",
                  "-e",
                  "x",
                  "--from",
                  "2026-01-01",
                  "--to",
                  "2026-01-02",
                  "--chart-file",
                  file.toString());
      assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]", "not a PNG file");
    }
    assertThat(database).hasContent("precious");
    assertThat(folder.resolve("absent")).doesNotExist();
  }
}
