package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.Lake;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchProfiles;
import dev.mixpaneldata.fetch.LoadEvents;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.ExportedLake;
import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are written to a lake, and come back. */
class LakeExportTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir Path folder;
  private Path lake;

  @BeforeEach
  void nameLake() {
    lake = folder.resolve("lake");
  }

  private Workspace open(FakeMixpanel mixpanel) {
    return Local.of(mixpanel, folder.resolve("data")).pacer(clock.pacer()).open();
  }

  /** All columns that the two tables have in common, which are all. */
  private static void requireEqual(Workspace workspace, String a, String b) {
    for (String sql :
        List.of("%s EXCEPT ALL SELECT * FROM %s", "%2$s EXCEPT ALL SELECT * FROM %1$s")) {
      assertThat(workspace.sql(("SELECT * FROM " + sql).formatted(a, b)).rows()).isEmpty();
    }
  }

  @Test
  void aTableComesBackFromALakeAsItWas() {
    Dataset dataset = Dataset.demo(LocalDate.parse("2026-01-31"));
    DateRange days = new DateRange(dataset.days().first(), dataset.days().last());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("demo", days));
      ExportedLake exported = workspace.lake(lake).export("demo");
      LakeManifest manifest = LakeFiles.checked(lake);

      assertThat(exported.daysWritten()).isEqualTo(days.days());
      assertThat(exported.rows()).isEqualTo(manifest.rows());
      assertThat(exported.bytes()).isEqualTo(manifest.bytes());
      assertThat(manifest.source().project()).isEqualTo(Long.toString(mixpanel.projectId()));
      assertThat(manifest.source().timezone()).isEqualTo(ZoneId.of("UTC"));
      assertThat(manifest.columns())
          .extracting(LakeColumn::name)
          .contains("plan", "quantity", "price");
      assertThat(LakeFiles.all(lake)).isEqualTo(LakeFiles.listed(lake));
      assertThat(lake.toFile().list())
          .containsExactlyInAnyOrder("manifest.json", "events", ".lock");

      workspace.load(LoadEvents.of("again", lake));
      requireEqual(workspace, "demo", "again");
      assertThat(workspace.tables().list().get(0).origin())
          .isEqualTo(workspace.tables().list().get(1).origin());
    }
  }

  @Test
  void filesHaveTheColumnsOfTheTable() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(2, 5)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-02")));
      workspace.lake(lake).export("t");

      String file = LakeFiles.parquet(LakeFiles.listed(lake).get(0));
      assertThat(
              LakeFiles.rows(
                  "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM "
                      + file
                      + ")"))
          .containsExactly(
              "event_name VARCHAR",
              "event_time TIMESTAMP",
              "distinct_id VARCHAR",
              "insert_id VARCHAR",
              "properties VARCHAR",
              "amount BIGINT",
              "plan VARCHAR");
      assertThat(LakeFiles.listed(lake).get(0).getParent()).hasFileName("event_date=2026-01-01");
    }
  }

  @Test
  void onlyDaysThatHaveChangedAreWrittenAgain() {
    Map<LocalDate, List<String>> events = Events.days(5, 10);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-05")));
      Lake to = workspace.lake(lake);
      to.export("t");
      List<Path> before = LakeFiles.listed(lake);

      ExportedLake again = to.export("t");
      assertThat(again.daysWritten()).isZero();
      assertThat(again.daysUnchanged()).isEqualTo(5);
      assertThat(LakeFiles.all(lake)).isEqualTo(before);

      workspace
          .fetch()
          .events(
              FetchEvents.of("t", DateRange.of("2026-01-03", "2026-01-03"))
                  .with(f -> f.mode(FetchMode.APPEND)));
      assertThat(to.export("t").daysWritten()).as("nothing new").isZero();
    }
    events.put(
        Events.FIRST_DAY.plusDays(2),
        List.of(Events.event("Late", Events.FIRST_DAY.plusDays(2), 77, "late")));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace
          .fetch()
          .events(
              FetchEvents.of("t", DateRange.of("2026-01-03", "2026-01-03"))
                  .with(f -> f.mode(FetchMode.APPEND)));
      List<Path> before = LakeFiles.listed(lake);
      ExportedLake third = workspace.lake(lake).export("t");

      assertThat(third.daysWritten()).isEqualTo(1);
      assertThat(third.rows()).isEqualTo(11);
      assertThat(LakeFiles.listed(lake)).hasSameSizeAs(before);
      assertThat(LakeFiles.listed(lake).stream().filter(before::contains)).hasSize(4);
      assertThat(LakeFiles.all(lake)).isEqualTo(LakeFiles.listed(lake));
      assertThat(LakeFiles.properties(lake)).isEqualTo(Local.properties(workspace, "t"));
      assertThat(
              workspace.lake(lake).export(of("t").with(e -> e.overwrite(true)), LakeListener.NONE))
          .satisfies(all -> assertThat(all.daysWritten()).isEqualTo(5));
      LakeFiles.checked(lake);
    }
  }

  @Test
  void aFileThatSomebodyRemovedIsWrittenAgain() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(2, 10)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-02")));
      workspace.lake(lake).export("t");
      Files.delete(LakeFiles.listed(lake).get(0));
      assertThat(failure(() -> workspace.load(LoadEvents.of("again", lake))))
          .hasMessageContaining("is missing, and the lake lists it with 10 events");

      assertThat(workspace.lake(lake).export("t").daysWritten()).isEqualTo(1);
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(20);
    }
  }

  private ExportLake of(String table) {
    return ExportLake.of(lake, table);
  }

  @Test
  void daysCanBeChosenAndDaysWithoutEventsAreListed() {
    Map<LocalDate, List<String>> events = Events.days(5, 3);
    events.put(Events.FIRST_DAY.plusDays(1), List.of());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-05")));
      ExportLake some =
          of("t")
              .with(
                  e ->
                      e.fromDate(LocalDate.parse("2026-01-02"))
                          .toDate(LocalDate.parse("2026-01-03")));
      workspace.lake(lake).export(some, LakeListener.NONE);

      assertThat(workspace.lake(lake).days().keySet())
          .containsExactly(LocalDate.parse("2026-01-02"), LocalDate.parse("2026-01-03"));
      assertThat(workspace.lake(lake).days().firstEntry().getValue().files()).isEmpty();
      assertThat(workspace.lake(lake).info().days().get(1).rows()).isEqualTo(3);
      assertThat(
              failure(
                  () ->
                      workspace
                          .lake(lake)
                          .export(
                              of("t").with(e -> e.fromDate(LocalDate.parse("2027-01-01"))),
                              LakeListener.NONE)))
          .hasMessageContaining("has none of these days");
    }
  }

  /** A table whose days have a gap must not empty the days of the gap by itself. */
  @Test
  void theLakeKeepsADayThatTheTableHasNoEventsOf() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(5, 3)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("all", DateRange.of("2026-01-01", "2026-01-05")));
      workspace.lake(lake).export("all");
      workspace.fetch().events(FetchEvents.of("gap", DateRange.of("2026-01-01", "2026-01-01")));
      workspace
          .fetch()
          .events(
              FetchEvents.of("gap", DateRange.of("2026-01-05", "2026-01-05"))
                  .with(f -> f.mode(FetchMode.APPEND)));

      assertThat(workspace.lake(lake).export("gap").warnings())
          .hasSize(3)
          .first()
          .asString()
          .contains("no events of 2026-01-02");
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(15);
      workspace.lake(lake).export(of("gap").with(e -> e.overwrite(true)), LakeListener.NONE);
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(6);
      assertThat(LakeFiles.all(lake)).hasSize(2);
    }
  }

  /** Days are those of the project's zone where the export's are. */
  @Test
  void anOlderProjectHasTheDaysOfItsZone() {
    DateRange days = DateRange.of("2026-03-28", "2026-03-30");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Dataset dataset = Dataset.builder().users(40).from(days.from()).to(days.to()).build();
    clock.advance(Duration.ofDays(40));
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder().dataset(dataset).olderProject(berlin).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", days));
      workspace.lake(lake).export("t");
      LakeManifest manifest = LakeFiles.checked(lake);

      assertThat(manifest.source().timezone()).isEqualTo(berlin);
      assertThat(manifest.source().shifted()).isTrue();
      for (Path file : LakeFiles.listed(lake)) {
        String day =
            String.valueOf(file.getParent().getFileName()).substring("event_date=".length());
        // The 29th begins in winter and ends in summer time.
        assertThat(
                LakeFiles.rows(
                    "SELECT count(*) FROM "
                        + LakeFiles.parquet(file)
                        + " WHERE (epoch_ms((properties->>'$.time')::BIGINT))::DATE <> '"
                        + day
                        + "'"))
            .containsExactly("0");
      }
      workspace.load(LoadEvents.of("again", lake));
      requireEqual(workspace, "t", "again");
      workspace.lake(folder.resolve("fetched")).fetch(FetchEvents.of("events", days));
      assertThat(LakeFiles.checked(folder.resolve("fetched")).source())
          .isEqualTo(manifest.source());
      assertThat(LakeFiles.properties(folder.resolve("fetched")))
          .isEqualTo(LakeFiles.properties(lake));
    }
  }

  /** Names that would mean something else to the engine, the file system or the manifest. */
  @Test
  void hostileNamesAreNamesAsAnyOther() {
    String name = "a' \\\"; DROP [*] %7e é😀";
    String event =
        "{\"event\":\"it's\\n\\u001b[2J\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"i%d\",\"it's \\\"odd\\\"\":%d,\"Plan\":\"x\",\"$browser\":\"b\"}}";
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      lines.add(event.formatted(Events.millis(Events.FIRST_DAY, i), i % 3, i, i % 4));
    }
    Path odd = folder.resolve(name);
    try (FakeMixpanel mixpanel =
            FakeMixpanel.builder().events(Map.of(Events.FIRST_DAY, lines)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-01")));
      workspace.lake(odd).export("t");

      assertThat(workspace.lake(odd).manifest().columns())
          .extracting(LakeColumn::name)
          .contains("it's \"odd\"", "Plan");
      workspace.load(LoadEvents.of("again", odd));
      requireEqual(workspace, "t", "again");
    }
  }

  @Test
  void aColumnOfAnotherTypeStaysAmongTheProperties() {
    LocalDate first = Events.FIRST_DAY;
    Map<LocalDate, List<String>> events = Events.days(1, 200);
    List<String> second =
        Events.days(1, 200).get(first).stream()
            .map(
                line ->
                    line.replaceAll(
                            "\"time\":(\\d+)", "\"time\":" + Events.millis(first.plusDays(1), 1))
                        .replaceAll("\"amount\":(\\d+)", "\"amount\":$1.5"))
            .toList();
    events.put(first.plusDays(1), second);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("a", DateRange.of("2026-01-01", "2026-01-01")));
      workspace.fetch().events(FetchEvents.of("b", DateRange.of("2026-01-02", "2026-01-02")));
      workspace.lake(lake).export("a");
      workspace.lake(lake).export("b");

      assertThat(LakeFiles.checked(lake).columns())
          .filteredOn(column -> column.name().equals("amount"))
          .extracting(LakeColumn::type)
          .containsExactly("BIGINT");
      assertThat(
              LakeFiles.rows(
                  "SELECT column_name FROM (DESCRIBE SELECT * FROM "
                      + LakeFiles.parquet(LakeFiles.listed(lake).get(1))
                      + ")"))
          .contains("plan")
          .doesNotContain("amount");
    }
  }

  @Test
  void whatIsNoLakeOrOfOthersIsRefused() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(2, 3)).start();
        Workspace workspace = open(mixpanel)) {
      FetchEvents days = FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-02"));
      workspace.fetch().events(days);
      workspace.fetch().events(FetchEvents.of("few", days.query().with(q -> q.limit(2L))));
      workspace
          .fetch()
          .events(FetchEvents.of("logins", days.query().with(q -> q.events(List.of("Login")))));

      assertThat(failure(() -> workspace.lake(lake).manifest()).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(failure(() -> workspace.lake(lake).export("few")))
          .hasMessageContaining("with a limit");
      assertThat(lake).doesNotExist();
      assertThat(failure(() -> workspace.lake(Path.of("s3a://bucket/lake"))))
          .hasMessageContaining("is an address");
      Files.createDirectory(lake);
      Files.writeString(lake.resolve("notes.txt"), "mine");
      assertThat(failure(() -> workspace.lake(lake).export("t")))
          .hasMessageContaining("something other than a lake");
      Files.delete(lake.resolve("notes.txt"));
      workspace.lake(lake).export("t");
      assertThat(failure(() -> workspace.lake(lake).export("logins")))
          .hasMessageContaining("holds events of all names, and these are events named Login");
      Path manifest = lake.resolve("manifest.json");
      String text = Files.readString(manifest);
      Files.writeString(manifest, text.replace("\"version\" : 1", "\"version\" : 2"));
      assertThat(failure(() -> workspace.lake(lake).export("t")))
          .hasMessageContaining("has the form 2");
      assertThat(failure(() -> workspace.load(LoadEvents.of("x", lake))))
          .hasMessageContaining("has the form 2");
      Files.writeString(manifest, text.replace("\"" + mixpanel.projectId() + "\"", "\"4711\""));
      assertThat(failure(() -> workspace.lake(lake).export("t")))
          .hasMessageContaining("of project 4711");
      assertThat(failure(() -> workspace.lake(lake).fetch(days)))
          .hasMessageContaining("of project 4711");
    }
  }

  private static MixpanelDataException failure(ThrowingCallable call) {
    return catchThrowableOfType(MixpanelDataException.class, call);
  }

  @Test
  void anEventWithoutATimeIsKeptWithTheFirstDay() {
    Map<LocalDate, List<String>> events = Events.days(2, 3);
    List<String> odd = new ArrayList<>(events.get(Events.FIRST_DAY));
    odd.add("{\"event\":\"x\",\"properties\":{\"time\":\"soon\",\"distinct_id\":\"u\"}}");
    events.put(Events.FIRST_DAY, odd);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-02")));
      workspace.lake(lake).export("t");
      assertThat(LakeFiles.checked(lake).days().firstEntry().getValue().rows()).isEqualTo(4);
      workspace.load(LoadEvents.of("again", lake));
      requireEqual(workspace, "t", "again");
    }
  }

  @Test
  void anExportThatIsStoppedGoesOnWhereItWas() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(20, 50)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("t", DateRange.of("2026-01-01", "2026-01-20")));
      AtomicReference<Throwable> failure = new AtomicReference<>();
      CountDownLatch third = new CountDownLatch(3);
      Thread exporter =
          new Thread(
              () -> {
                try {
                  workspace
                      .lake(lake)
                      .export(
                          of("t"),
                          new LakeListener() {
                            @Override
                            public void dayFinished(LocalDate day, long rows, boolean isWritten) {
                              third.countDown();
                              if (third.getCount() == 0) {
                                Thread.currentThread().interrupt();
                              }
                            }
                          });
                } catch (Throwable e) {
                  failure.set(e);
                }
              });
      exporter.start();
      exporter.join();

      assertThat(failure.get())
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
      assertThat(LakeFiles.checked(lake).days()).hasSize(3);
      ExportedLake rest = workspace.lake(lake).export("t");
      assertThat(rest.daysUnchanged()).isEqualTo(3);
      assertThat(rest.daysWritten()).isEqualTo(17);
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(1000);
      assertThat(lake.toFile().list())
          .containsExactlyInAnyOrder("manifest.json", "events", ".lock");
    }
  }

  @Test
  void twoWritersAtOnceLeaveEachDayWhole() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(12, 20)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().events(FetchEvents.of("a", DateRange.of("2026-01-01", "2026-01-08")));
      workspace.fetch().events(FetchEvents.of("b", DateRange.of("2026-01-05", "2026-01-12")));
      List<Thread> writers = new ArrayList<>();
      AtomicReference<Throwable> failure = new AtomicReference<>();
      for (String table : List.of("a", "b", "a", "b")) {
        Thread writer =
            new Thread(
                () ->
                    workspace
                        .lake(lake)
                        .export(of(table).with(e -> e.overwrite(true)), LakeListener.NONE));
        writer.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        writers.add(writer);
        writer.start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(failure.get()).isNull();
      assertThat(LakeFiles.checked(lake).days()).hasSize(12);
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(240);
      assertThat(LakeFiles.all(lake)).isEqualTo(LakeFiles.listed(lake));
    }
  }

  @Test
  void profilesHaveNoDays() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(1, 1)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.fetch().profiles(FetchProfiles.of("people"));
      assertThatThrownBy(() -> workspace.lake(lake).export("people"))
          .hasMessageContaining("holds profiles, not events");
    }
  }
}
