package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.LoadEvents;
import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches straight into a lake. */
class LakeFetchTest {
  private static final DateRange JANUARY = DateRange.of("2026-01-01", "2026-01-31");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  @TempDir Path folder;
  private Path data;
  private Path lake;

  @BeforeEach
  void nameFolders() {
    data = folder.resolve("data");
    lake = folder.resolve("lake");
  }

  private Workspace open(FakeMixpanel mixpanel) {
    return Local.of(mixpanel, data).pacer(clock.pacer()).open();
  }

  @Test
  void aLakeHoldsWhatATableWouldHold() {
    Dataset dataset = Dataset.demo(LocalDate.parse("2026-01-31"));
    DateRange days = new DateRange(dataset.days().first(), dataset.days().last());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(dataset).start();
        Workspace workspace = open(mixpanel)) {
      FetchResult fetched = workspace.lake(lake).fetch(FetchEvents.of("events", days));

      assertThat(data.resolve(mixpanel.projectId() + ".db")).doesNotExist();
      assertThat(data.resolve("fetch").resolve(Long.toString(mixpanel.projectId())))
          .isEmptyDirectory();
      workspace.fetch().events(FetchEvents.of("t", days));
      assertThat(fetched.table()).isEqualTo(lake.toString());
      assertThat(fetched.rows()).isEqualTo(dataset.expectedRows().size());
      assertThat(fetched.received()).isEqualTo(dataset.lineCount());
      assertThat(fetched.duplicatesRemoved()).isEqualTo(fetched.received() - fetched.rows());
      assertThat(LakeFiles.checked(lake).days()).hasSize((int) days.days());
      assertThat(LakeFiles.properties(lake)).isEqualTo(Local.properties(workspace, "t"));
      assertThat(workspace.lake(lake).manifest().columns())
          .extracting(LakeColumn::name)
          .contains("plan", "quantity", "price");
      workspace.load(LoadEvents.of("again", lake));
      assertThat(
              workspace
                  .sql("SELECT properties FROM t EXCEPT ALL SELECT properties FROM again")
                  .rows())
          .isEmpty();
      assertThat(workspace.lake(lake).export("t").daysWritten())
          .as("days whose files have the columns of the table")
          .isLessThanOrEqualTo(days.days());
    }
  }

  @Test
  void daysThatAreFetchedAgainTakeThePlaceOfOldOnes() {
    Map<LocalDate, List<String>> events = Events.days(6, 10);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      workspace.lake(lake).fetch(FetchEvents.of("events", JANUARY));
      assertThat(LakeFiles.checked(lake).days()).hasSize(31);
      List<Path> before = LakeFiles.listed(lake);
      workspace.lake(lake).fetch(FetchEvents.of("events", JANUARY));
      assertThat(LakeFiles.all(lake)).as("nothing has changed").isEqualTo(before);
    }
    events.put(Events.FIRST_DAY, List.of(Events.event("Only", Events.FIRST_DAY, 1, "x")));
    events.put(Events.FIRST_DAY.plusDays(5), List.of());
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      FetchResult again = workspace.lake(lake).fetch(FetchEvents.of("events", JANUARY));

      assertThat(again.replaced()).as("of two days").isEqualTo(20);
      assertThat(again.rows()).isEqualTo(41);
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(41);
      assertThat(LakeFiles.all(lake)).isEqualTo(LakeFiles.listed(lake)).hasSize(5);
    }
  }

  @Test
  void linesThatAreNoEventsAreKeptAsInAFetchIntoATable() throws IOException {
    Map<LocalDate, List<String>> events = Events.days(2, 3);
    List<String> odd = new ArrayList<>(events.get(Events.FIRST_DAY));
    odd.add(1, "{\"event\":\"cut\",\"properties\":{\"time\":1]}");
    events.put(Events.FIRST_DAY, odd);
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(events).start();
        Workspace workspace = open(mixpanel)) {
      FetchResult fetched = workspace.lake(lake).fetch(FetchEvents.of("events", JANUARY));

      assertThat(fetched.quarantined()).isEqualTo(1);
      assertThat(Files.readString(fetched.quarantineFile().orElseThrow())).contains("cut");
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(6);
    }
  }

  @Test
  void whatMakesNoWholeDaysIsRefusedBeforeACall() {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(2, 3)).start();
        Workspace workspace = open(mixpanel)) {
      FetchEvents january = FetchEvents.of("events", JANUARY);
      FetchEvents limited = FetchEvents.of("events", january.query().with(q -> q.limit(5L)));
      assertThatThrownBy(() -> workspace.lake(lake).fetch(limited))
          .hasMessageContaining("a limit makes days incomplete");
      assertThatThrownBy(
              () -> workspace.lake(lake).fetch(january.with(f -> f.mode(FetchMode.APPEND))))
          .hasMessageContaining("A lake has no mode");
      workspace.lake(lake).fetch(january);
      int calls = mixpanel.requests().size();
      FetchEvents logins =
          FetchEvents.of("events", january.query().with(q -> q.events(List.of("Login"))));
      assertThatThrownBy(() -> workspace.lake(lake).fetch(logins))
          .hasMessageContaining("these are events named Login");
      assertThat(mixpanel.requests()).hasSize(calls);
    }
  }

  /** A fetch into a table and one into a lake of the same days are two jobs. */
  @Test
  void aFullLakeFetchLeavesNothingOfItsWork() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(Events.days(31, 20)).start();
        Workspace workspace = open(mixpanel)) {
      workspace.lake(lake).fetch(FetchEvents.of("events", JANUARY).with(f -> f.chunkDays(3)));
      try (Stream<Path> tree = Files.walk(data)) {
        assertThat(tree.filter(Files::isRegularFile).map(Path::toString))
            .noneMatch(file -> file.endsWith(".db") || file.endsWith(".gz"));
      }
      assertThat(LakeFiles.checked(lake).rows()).isEqualTo(620);
      assertThat(lake.toFile().list())
          .containsExactlyInAnyOrder("manifest.json", "events", ".lock");
    }
  }
}
