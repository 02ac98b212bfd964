package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportQueryBuilder;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.EventRow;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchEventsTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir Path folder;

  @Test
  void aRealisticMonthArrivesExactly() {
    Dataset dataset = Dataset.demo(LocalDate.parse("2026-01-31"));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      FetchResult result =
          workspace
              .fetch()
              .events(
                  FetchEvents.of(
                      "demo", new DateRange(dataset.days().first(), dataset.days().last())));

      List<String> expected =
          dataset.expectedRows().stream().map(FetchEventsTest::properties).sorted().toList();
      assertThat(result.received()).isEqualTo(dataset.lineCount());
      assertThat(result.rows()).isEqualTo(expected.size());
      assertThat(result.duplicatesRemoved()).isEqualTo(dataset.lineCount() - expected.size());
      assertThat(Local.properties(workspace, "demo")).isEqualTo(expected);
    }
  }

  private static String properties(EventRow row) {
    String key = "\"properties\":";
    return row.line().substring(row.line().indexOf(key) + key.length(), row.line().length() - 1);
  }

  @Test
  void valuesComeBackAsTheyWereSent() {
    String longText = "x".repeat(60_000);
    String properties =
        "{\"time\":1767225600123,\"distinct_id\":\"u\",\"big\":9007199254740993,"
            + "\"bigger\":12345678901234567890123,\"tiny\":1e-300,\"exact\":0.1000000000000000055,\"escapes\":\"a\\\"b\\\\c\\/d\\u00e9\\n"
            + "\\u0000\",\"emoji\":\"😀\",\"none\":null,\"nested\":[[1,[2,{\"a\":null}]],{}],\"a.b\":1,\"it's\":2,\"$x"
            + " y\":3,\"quo\\\"te\":4,\"long\":\""
            + longText
            + "\"}";
    Map<LocalDate, List<String>> events =
        Map.of(
            LocalDate.parse("2026-01-01"),
            List.of("{\"event\":\"É\\\"vent\",\"properties\":" + properties + "}"));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-01")));

      assertThat(Local.properties(workspace, "t")).containsExactly(properties);
      assertThat(Local.scalar(workspace, "SELECT event_name FROM t")).isEqualTo("É\"vent");
      assertThat(Local.scalar(workspace, "SELECT event_time::VARCHAR FROM t"))
          .isEqualTo("2026-01-01 00:00:00.123");
    }
  }

  @Test
  void anExistingTableIsRefusedBeforeAnythingIsDownloaded() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(3, 5)).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().events(Local.january("jan"));
      int calls = mixpanel.requests().size();

      assertThatThrownBy(() -> workspace.fetch().events(Local.january("jan")))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.TABLE_EXISTS);
                assertThat(e.hint().orElseThrow())
                    .contains("FetchMode.APPEND", "FetchMode.REPLACE");
              });
      assertThat(mixpanel.requests()).hasSize(calls);
      assertThat(Local.scalar(workspace, "SELECT count(*) FROM jan")).isEqualTo(15L);
    }
  }

  @Test
  void overlappingAppendsDoubleNothing() {
    Map<LocalDate, List<String>> events = Events.days(10, 20);
    events.put(
        Events.FIRST_DAY.plusDays(4),
        List.of(
            "{\"event\":\"Old\",\"properties\":{\"time\":%d}}"
                .formatted(Events.millis(Events.FIRST_DAY.plusDays(4), 1)),
            "{\"event\":\"Old\",\"properties\":{\"time\":%d}}"
                .formatted(Events.millis(Events.FIRST_DAY.plusDays(4), 1))));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-06")));
      FetchResult second =
          workspace
              .fetch()
              .events(
                  FetchEvents.of("t", DateRange.of("2026-01-04", "2026-01-10"))
                      .with(r -> r.mode(FetchMode.APPEND)));

      assertThat(second.rows()).isEqualTo(9 * 20 + 2);
      assertThat(Local.scalar(workspace, "SELECT count(*) FROM t WHERE event_name = 'Old'"))
          .isEqualTo(2L);
    }
  }

  @Test
  void filtersAreSentAndKeptWithTheTable() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(3, 5)).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      workspace.fetch().events(january(q -> q.events(List.of("Login", "A \"quoted\" one"))));

      assertThat(mixpanel.requests("/api/2.0/export"))
          .allSatisfy(
              request ->
                  assertThat(request.parameter("event"))
                      .contains("[\"Login\",\"A \\\"quoted\\\" one\"]"));
      assertThat(workspace.tables().list().get(0).origin().events())
          .containsExactly("Login", "A \"quoted\" one");
    }
  }

  @Test
  void aLimitMakesOneCall() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 5)).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      FetchResult result = workspace.fetch().events(january(q -> q.limit(7L)));

      assertThat(result.rows()).isEqualTo(7);
      assertThat(mixpanel.requests("/api/2.0/export")).hasSize(1);
    }
  }

  @Test
  void anEmptyProjectGivesAnEmptyTable() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(Dataset.empty()).start();
        Workspace workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open()) {
      assertThat(workspace.fetch().events(Local.january("t")).rows()).isZero();
      assertThat(Local.scalar(workspace, "SELECT count(*) FROM t")).isEqualTo(0L);
    }
  }

  private static FetchEvents january(Consumer<ExportQueryBuilder> changes) {
    return FetchEvents.of("t", Local.january("t").query().with(changes));
  }
}
