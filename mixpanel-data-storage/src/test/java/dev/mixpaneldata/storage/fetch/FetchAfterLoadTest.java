package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that died between the commit of its load and the end of the cleaning up. */
class FetchAfterLoadTest {
  private static final String EXPORT = "/api/2.0/export";
  private static final FetchEvents REQUEST = Local.january("jan");

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-02-01T12:00:00Z"));
  private FakeMixpanel mixpanel;
  private Workspace workspace;

  /** Fetches, and puts back the ledger alone: the parts were removed before it. */
  @BeforeEach
  void dieWhileCleaningUp() throws IOException {
    mixpanel = FakeMixpanel.builder().events(Events.days(31, 20)).start();
    workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open();
    Path kept = folder.resolve("kept");
    FetchListener keepLedger =
        new FetchListener() {
          @Override
          public void loading(long rows, long ofRows) {
            try {
              Files.write(kept, Files.readAllBytes(ledger()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    workspace.fetch().events(REQUEST, keepLedger);
    Path job = Files.createDirectories(jobs().resolve(Files.readString(folder.resolve("job"))));
    Files.move(kept, job.resolve("ledger.jsonl"));
  }

  @AfterEach
  void stop() {
    workspace.close();
    mixpanel.close();
  }

  private Path jobs() {
    return folder.resolve("fetch").resolve(Long.toString(mixpanel.projectId()));
  }

  private Path ledger() throws IOException {
    try (Stream<Path> jobs = Files.list(jobs())) {
      Path job = jobs.findFirst().orElseThrow();
      Files.writeString(folder.resolve("job"), job.getFileName().toString());
      return job.resolve("ledger.jsonl");
    }
  }

  @Test
  void theSameCommandEndsWellWithoutACall() {
    int before = mixpanel.requests(EXPORT).size();

    FetchResult result = workspace.fetch().events(REQUEST);

    assertThat(result.rows()).isEqualTo(31 * 20);
    assertThat(mixpanel.requests(EXPORT)).hasSize(before);
    assertThat(jobs()).isEmptyDirectory();
  }

  @Test
  void daysLaterItIsAFetchOfItsOwn() {
    clock.advance(Duration.ofDays(2));
    int before = mixpanel.requests(EXPORT).size();

    assertThatThrownBy(() -> workspace.fetch().events(REQUEST))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.TABLE_EXISTS));
    assertThat(workspace.fetch().events(REQUEST.with(r -> r.mode(FetchMode.REPLACE))).replaced())
        .isEqualTo(31 * 20);
    assertThat(mixpanel.requests(EXPORT).size()).isGreaterThan(before);
  }
}
