package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * This version opens, reads and continues the database that each release wrote, which are kept
 * under {@code src/test/resources/releases}. {@code -Dfixture.write=0.1.0} writes that of a
 * release.
 */
class DatabaseFixtureTest {
  private static final Path RELEASES = Path.of("src/test/resources/releases");
  private static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-03");
  private static final DateRange NEXT = DateRange.of("2026-01-04", "2026-01-04");

  /** All that is in the table of events, in one line. */
  private static final String CONTENT =
      """
      SELECT concat(count(*), ' ', md5(string_agg(
          concat_ws('|', event_name, event_time, distinct_id, insert_id, properties), ','
          ORDER BY event_time, event_name, distinct_id, insert_id, CAST(properties AS VARCHAR))))
      FROM events
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  void theDatabaseOfAReleaseIsReadAndContinued(String release) throws IOException {
    Path database = folder.resolve("kept.db");
    try (InputStream kept =
        new GZIPInputStream(Files.newInputStream(RELEASES.resolve(release + ".db.gz")))) {
      Files.copy(kept, database);
    }
    try (FakeMixpanel mixpanel = mixpanel();
        Workspace workspace = Local.of(mixpanel, folder).database(database).open()) {
      assertThat(workspace.tables().list())
          .extracting(TableInfo::name)
          .contains("events", "people");
      assertThat(content(workspace))
          .isEqualTo(Files.readString(RELEASES.resolve(release + ".txt")).strip());
      assertThat(
              workspace
                  .local("events")
                  .reports()
                  .segmentation(SegmentationRequest.of("Purchase", DAYS))
                  .series())
          .isNotEmpty();

      long before = rows(workspace);
      workspace.fetch().events(FetchEvents.of("events", NEXT).with(f -> f.mode(FetchMode.APPEND)));
      assertThat(rows(workspace)).isGreaterThan(before);
      workspace.tables().promote("events", List.of("amount"));
      assertThat(Local.scalar(workspace, "SELECT count(amount) > 0 FROM events")).isEqualTo(true);
    }
  }

  @Test
  void writesTheDatabaseOfARelease() throws IOException {
    String release = System.getProperty("fixture.write", "");
    assumeTrue(!release.isEmpty(), "only where a release is made");
    Path database = folder.resolve("new.db");
    String content;
    try (FakeMixpanel mixpanel = mixpanel();
        Workspace workspace = Local.of(mixpanel, folder).database(database).open()) {
      workspace.fetch().events(FetchEvents.of("events", DAYS));
      workspace.fetch().profiles(FetchProfiles.of("people"));
      content = content(workspace);
    }
    Files.createDirectories(RELEASES);
    try (OutputStream kept =
        new GZIPOutputStream(Files.newOutputStream(RELEASES.resolve(release + ".db.gz")))) {
      Files.copy(database, kept);
    }
    Files.writeString(RELEASES.resolve(release + ".txt"), content + "\n");
  }

  private static FakeMixpanel mixpanel() {
    return FakeMixpanel.builder()
        .dataset(
            Dataset.builder()
                .seed(1)
                .users(60)
                .from(LocalDate.parse("2026-01-01"))
                .to(LocalDate.parse("2026-01-04"))
                .build())
        .start();
  }

  private static long rows(Workspace workspace) {
    return ((Number) Objects.requireNonNull(Local.scalar(workspace, "SELECT count(*) FROM events")))
        .longValue();
  }

  private static String content(Workspace workspace) {
    return String.valueOf(Local.scalar(workspace, CONTENT));
  }
}
