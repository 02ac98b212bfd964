package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.FakeMixpanelBuilder;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of projects created before 2023, where nobody says that the project is one. */
class OlderProjectTest {
  private static final DateRange DAYS = DateRange.of("2026-03-28", "2026-03-30");

  @TempDir Path folder;
  private final List<ZoneId> heard = new ArrayList<>();
  private final FetchListener listener =
      new FetchListener() {
        @Override
        public void olderProject(ZoneId zone) {
          heard.add(zone);
        }
      };

  private static FakeMixpanelBuilder project() {
    LocalDate first = DAYS.from();
    return FakeMixpanel.builder()
        .dataset(Dataset.builder().users(40).from(first).to(DAYS.to()).build());
  }

  /** By how many hours the table's times differ from when Mixpanel processed the events. */
  private static long hoursOff(Workspace workspace, String table) {
    Object hours =
        Local.scalar(
            workspace,
            "SELECT median((properties->>'$.mp_processing_time_ms')::BIGINT"
                + " - epoch_ms(event_time)) // 3600000 FROM "
                + table);
    return ((Number) hours).longValue();
  }

  private static Optional<ZoneId> zoneOf(Workspace workspace, String table) {
    return workspace.tables().list().stream()
        .filter(info -> info.name().equals(table))
        .findFirst()
        .orElseThrow()
        .origin()
        .projectZone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "US/Pacific", "Asia/Kolkata"})
  void theZoneOfAnOlderProjectIsFoundOutAndSaidOnce(String zone) {
    try (FakeMixpanel mixpanel = project().olderProject(ZoneId.of(zone)).start();
        Workspace workspace = Local.of(mixpanel, folder).open()) {
      workspace.fetch().events(FetchEvents.of("first", DAYS), listener);
      workspace.fetch().events(FetchEvents.of("second", DAYS), listener);

      assertThat(heard).containsExactly(ZoneId.of(zone));
      assertThat(mixpanel.requests("/api/app/me")).hasSize(1);
      for (String table : List.of("first", "second")) {
        assertThat(zoneOf(workspace, table)).contains(ZoneId.of(zone));
        assertThat(hoursOff(workspace, table)).isZero();
      }
    }
  }

  /** Streams and feeds have the same times as tables, whichever is asked first. */
  @Test
  void theZoneServesStreamsAndFeedsTooAndIsSaidOnce() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    try (FakeMixpanel mixpanel = project().olderProject(berlin).start();
        Workspace workspace = Local.of(mixpanel, folder).olderProject(heard::add).open()) {
      Event event;
      try (Stream<Event> events = workspace.export().events(ExportQuery.of(DAYS))) {
        event = events.findFirst().orElseThrow();
      }
      assertThat(heard).containsExactly(berlin);
      long processed =
          Mappers.read(event.properties().text()).path("mp_processing_time_ms").asLong();
      assertThat(Duration.between(event.time().orElseThrow(), Instant.ofEpochMilli(processed)))
          .isLessThan(Duration.ofHours(1));
      String user = event.distinctId().orElseThrow();
      assertThat(
              workspace
                  .reports()
                  .activityFeed(ActivityFeedRequest.of(List.of(user), DAYS))
                  .events())
          .anySatisfy(
              fed ->
                  assertThat(fed.time())
                      .isEqualTo(event.time().map(t -> t.truncatedTo(ChronoUnit.SECONDS))));
      workspace.fetch().events(FetchEvents.of("t", DAYS), listener);
      assertThat(hoursOff(workspace, "t")).isZero();
      assertThat(heard).containsExactly(berlin);
      assertThat(mixpanel.requests("/api/app/me")).hasSize(1);
    }
  }

  @Test
  void aNewerProjectOfThatZoneStaysInUtc() {
    try (FakeMixpanel mixpanel = project().timezone("US/Pacific").start();
        Workspace workspace = Local.of(mixpanel, folder).open()) {
      workspace.fetch().events(FetchEvents.of("t", DAYS), listener);

      assertThat(heard).isEmpty();
      assertThat(zoneOf(workspace, "t")).isEmpty();
      assertThat(hoursOff(workspace, "t")).isZero();
    }
  }

  @Test
  void whatIsGivenIsNotAskedFor() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    try (FakeMixpanel mixpanel = project().olderProject(berlin).start();
        Workspace utc = Local.of(mixpanel, folder).projectZone(ZoneId.of("UTC")).open();
        Workspace given = Local.of(mixpanel, folder).projectZone(berlin).open()) {
      utc.fetch().events(FetchEvents.of("utc", DAYS), listener);
      given.fetch().events(FetchEvents.of("given", DAYS), listener);

      assertThat(heard).isEmpty();
      assertThat(mixpanel.requests("/api/app/me")).isEmpty();
      assertThat(hoursOff(utc, "utc")).isNotZero();
      assertThat(hoursOff(given, "given")).isZero();
    }
  }

  @Test
  void aTableStaysWithItsRuleUntilItIsReplaced() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    try (FakeMixpanel mixpanel = project().olderProject(berlin).start();
        Workspace given = Local.of(mixpanel, folder).projectZone(berlin).open();
        Workspace utc = Local.of(mixpanel, folder).projectZone(ZoneId.of("UTC")).open();
        Workspace silent = Local.of(mixpanel, folder).open()) {
      given.fetch().events(FetchEvents.of("t", DAYS));
      silent.fetch().sync(SyncEvents.of("t"), listener);
      silent.fetch().events(FetchEvents.of("t", DAYS).withMode(FetchMode.APPEND), listener);

      assertThat(heard).isEmpty();
      assertThat(zoneOf(silent, "t")).contains(berlin);
      assertThatThrownBy(() -> utc.fetch().sync(SyncEvents.of("t")))
          .hasMessageContaining("another rule for times");
    }
  }
}
