package dev.mixpaneldata.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.ask.Asking;
import dev.mixpaneldata.bridge.conformance.FollowingAgent;
import dev.mixpaneldata.bridge.connection.ConnectRequest;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardsTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final Map<String, Object> SIGN_UPS =
      Map.of("event", "Sign Up", "from_date", "2026-01-05", "to_date", "2026-01-07");

  @TempDir private Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-01-31T12:00:00Z"));
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder().dataset(Dataset.demo(LAST_DAY)).clock(clock).start();

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  @Test
  void keepsAnAnswerWithItsQuestionInAFileThatPeopleCanRead() throws IOException {
    Pin pin = pin(Question.operation("segmentation", SIGN_UPS));

    assertThat(pin.answer().by()).isEqualTo("Mixpanel");
    assertThat(pin.answer().columns()).containsExactly("date", "segment", "count");
    assertThat(pin.answer().rows()).hasSize(3);
    assertThat(pin.answer().chart()).isPresent();
    Path file = boards().path("growth");
    assertThat(file).isEqualTo(folder.resolve("boards/growth.board.json"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file))
        .contains("  \"mp_board\": 1,\n  \"title\": \"growth\",\n")
        .contains("\"operation\": \"segmentation\",\n")
        .contains("\"from_date\": \"2026-01-05\"")
        .contains("\"project\": \"" + mixpanel.projectId() + "\"")
        .contains("        [\"2026-01-05\", \"Sign Up\", ")
        .doesNotContain(mixpanel.secret());
    assertThat(boards().board("growth").pins()).containsExactly(pin);
  }

  @Test
  void aRefreshThatFailsKeepsTheAnswerAndTheOthersAreAskedAllTheSame() {
    pin(Question.operation("segmentation", SIGN_UPS));
    pin(Question.operation("list_events", Map.of()));
    clock.now = clock.now.plusSeconds(3600);
    mixpanel.faults().next("/api/query/segmentation", Fault.status(400));

    Board refreshed = boards().refresh("growth", Optional.empty(), answers());

    Pin failed = refreshed.pins().get(0);
    assertThat(failed.failure().orElseThrow().at()).isEqualTo(clock.now);
    assertThat(failed.answer().at()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(failed.answer().rows()).hasSize(3);
    assertThat(refreshed.pins().get(1).answer().at()).isEqualTo(clock.now);
    assertThat(refreshed.pins().get(1).failure()).isEmpty();
    assertThat(boards().board("growth")).isEqualTo(refreshed);
  }

  @Test
  void datesRollWithTheCalendarWhereThePinSaysSo() {
    Pin pin =
        pin(
            new Question.OfOperation(
                "segmentation",
                SIGN_UPS,
                Map.of(),
                Optional.empty(),
                Optional.of(LAST_DAY.minusDays(2))));

    assertThat(pin.answer().rows().get(0).get(0)).isEqualTo("2026-01-07");
  }

  @Test
  void refusesWhatChangesSomethingAndAnotherProject() {
    assertThatThrownBy(() -> pin(Question.operation("drop_table", Map.of("table", "january"))))
        .hasMessageContaining("changes something");
    pin(Question.operation("segmentation", SIGN_UPS));
    Answers other = new Answers(() -> workspace("42"), this::connections, clock);

    Board refreshed = boards().refresh("growth", Optional.empty(), other);

    assertThat(refreshed.pins().get(0).failure().orElseThrow().message())
        .contains("about project " + mixpanel.projectId())
        .contains("of project 42");
  }

  @Test
  void aFileThatIsNoBoardStaysAsItIs() throws IOException {
    Path file = folder.resolve("notes.json");
    Files.writeString(file, "{\"a\": 1}");

    assertThatThrownBy(
            () ->
                boards()
                    .pin(
                        file.toString(),
                        Question.operation("list_events", Map.of()),
                        Optional.empty(),
                        answers()))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED))
        .hasMessageContaining("not a board");
    assertThat(Files.readString(file)).isEqualTo("{\"a\": 1}");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
    assertThatThrownBy(() -> boards().board(link.toString())).hasMessageContaining("symbolic link");
    assertThatThrownBy(() -> boards().path("x y")).hasMessageContaining("cannot be used");
  }

  @Test
  void pinsTheAnswerToAQuestionInWordsAndAsksTheVendorAgain() {
    try (FakeVendor vendor = FakeVendor.amplitude()) {
      try (Connection connection =
          connections()
              .connect(
                  ConnectRequest.vendor("product", "amplitude", Optional.empty()).at(vendor.url()),
                  Optional.of(new FollowingAgent()))) {
        connection.useProject("100001");
        Question question =
            Question.words(
                "product",
                Asking.plan(connection, "Which segment has the highest 7-day retention?"));
        Pin pin = pin(question);
        assertThat(pin.title()).isEqualTo("Retention after Sign Up by plan");
        assertThat(pin.answer().text()).contains("has the highest day 7");
        assertThat(pin.answer().chart()).isPresent();
      }
      int before = vendor.calls().size();

      boards().refresh("growth", Optional.empty(), answers());

      assertThat(vendor.calls()).hasSize(before + 1);
      vendor.endGrants();
      Pin ended = boards().refresh("growth", Optional.empty(), answers()).pins().get(0);
      assertThat(ended.failure().orElseThrow().code()).isEqualTo(ErrorCode.AUTH_FAILED);
      assertThat(ended.answer().rows()).isNotEmpty();
      connections().disconnect("product");
      assertThat(boards().board("growth").pins()).hasSize(1);
    }
  }

  @Test
  void removesPinsAndBoards() {
    Pin first = pin(Question.operation("list_events", Map.of()));
    Pin second = pin(Question.operation("list_events", Map.of()));
    assertThat(second.id()).isEqualTo(first.id() + "-2");

    assertThat(boards().remove("growth", first.id()).pins()).containsExactly(second);
    assertThatThrownBy(() -> boards().remove("growth", first.id())).hasMessageContaining("no pin");
    boards().remove("growth");
    assertThat(boards().names()).isEmpty();
    assertThatThrownBy(() -> boards().board("growth")).hasMessageContaining("no board 'growth'");
  }

  @Test
  void pinsOfSeveralThreadsAreAllKept() throws Exception {
    pin(Question.operation("list_events", Map.of()));
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(i -> new Thread(() -> pin(Question.operation("list_events", Map.of()))))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(boards().board("growth").pins())
        .extracting(Pin::id)
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  private Pin pin(Question question) {
    return boards().pin("growth", question, Optional.empty(), answers());
  }

  private Boards boards() {
    return new Boards(folder.resolve("boards"));
  }

  private Answers answers() {
    return new Answers(
        () -> workspace(String.valueOf(mixpanel.projectId())), this::connections, clock);
  }

  private Connections connections() {
    return new Connections(folder.resolve("connections"), Map.of(), Clock.systemUTC());
  }

  private Workspace workspace(String project) {
    return Workspace.builder()
        .credentials(Credentials.of(mixpanel.username(), mixpanel.secret(), project, Region.US))
        .baseUrl(mixpanel.origin().toString())
        .dataDirectory(folder)
        .open();
  }

  /** A clock that stands until a test moves it. */
  private static final class MovingClock extends Clock {
    private volatile Instant now;

    MovingClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
