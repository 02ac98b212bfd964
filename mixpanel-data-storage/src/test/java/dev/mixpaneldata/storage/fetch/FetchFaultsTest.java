package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FetchFaultsTest {
  private static final String EXPORT = "/api/2.0/export";

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private FakeMixpanel mixpanel;
  private Workspace workspace;
  private List<String> undisturbed;

  @BeforeEach
  void start() {
    mixpanel = FakeMixpanel.builder().events(Events.days(31, 60)).start();
    workspace = Local.of(mixpanel, folder).pacer(clock.pacer()).open();
    workspace.fetch().events(Local.january("undisturbed"));
    clock.advance(Duration.ofHours(2));
    undisturbed = Local.properties(workspace, "undisturbed");
  }

  @AfterEach
  void stop() {
    workspace.close();
    mixpanel.close();
  }

  static Stream<Arguments> passingFaults() {
    return Stream.of(
        Arguments.of("429", Fault.tooManyRequests()),
        Arguments.of("429 with a time", Fault.tooManyRequests(Duration.ofSeconds(3))),
        Arguments.of("500", Fault.status(500)),
        Arguments.of("502", Fault.status(502)),
        Arguments.of("503", Fault.status(503)),
        Arguments.of("504", Fault.status(504)),
        Arguments.of("reset at once", Fault.reset(0)),
        Arguments.of("reset in the body", Fault.reset(500)),
        Arguments.of("chunks cut", Fault.cutChunks(500)),
        Arguments.of("length cut", Fault.cutLength(500)),
        Arguments.of("bytes cut politely", Fault.cutBytes(700)),
        Arguments.of("text cut politely", Fault.cutText(3_000)),
        Arguments.of("wrong checksum", Fault.wrongChecksum()),
        Arguments.of("corrupt gzip", Fault.corruptGzip()),
        Arguments.of("terminated early", Fault.terminatedEarly(10)),
        Arguments.of("terminated early in a record", Fault.terminatedEarlyInRecord(10)),
        Arguments.of("export terminated early", Fault.exportTerminatedEarly(10)),
        Arguments.of("error tail", Fault.errorTail(10)),
        Arguments.of("error with status 200", Fault.errorWithStatusOk("try later")),
        Arguments.of("html", Fault.html()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFaults")
  void aFaultThatPassesLeavesNoTrace(String name, Fault fault) {
    mixpanel.faults().next(EXPORT, fault);

    FetchResult result = workspace.fetch().events(Local.january("jan"));

    assertThat(mixpanel.faults().allSpent()).isTrue();
    assertThat(result.received()).isEqualTo(31 * 60);
    assertThat(Local.properties(workspace, "jan")).isEqualTo(undisturbed);
  }

  static Stream<Arguments> lastingFaults() {
    return passingFaults().filter(arguments -> !arguments.get()[0].toString().startsWith("429"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lastingFaults")
  void aFaultThatLastsNamesTheWindowAndKeepsTheRest(String name, Fault fault) {
    String day = "2026-01-10";
    mixpanel
        .faults()
        .always(
            request ->
                request.path().equals(EXPORT)
                    && request.query().first("from_date").orElse("").compareTo(day) <= 0
                    && request.query().first("to_date").orElse("").compareTo(day) >= 0,
            fault);

    assertThatThrownBy(
            () ->
                workspace
                    .fetch()
                    .events(Local.january("undisturbed").with(r -> r.mode(FetchMode.REPLACE))))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("The window 2026-01-07..2026-01-12 could not be");
    assertThat(Local.properties(workspace, "undisturbed")).isEqualTo(undisturbed);

    mixpanel.faults().clear();
    int before = mixpanel.requests(EXPORT).size();
    FetchResult result =
        workspace.fetch().events(Local.january("undisturbed").with(r -> r.mode(FetchMode.REPLACE)));

    assertThat(mixpanel.requests(EXPORT)).hasSize(before + 1);
    assertThat(result.windows()).filteredOn(window -> !window.fromEarlierRun()).hasSize(1);
    assertThat(Local.properties(workspace, "undisturbed")).isEqualTo(undisturbed);
    assertThat(folder.resolve("fetch")).satisfies(FetchFaultsTest::holdsNoJob);
  }

  private static void holdsNoJob(Path fetch) throws Exception {
    try (Stream<Path> files = Files.walk(fetch)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void wrongCredentialsEndTheFetchAtOnce() {
    mixpanel.faults().always(request -> true, Fault.status(401));
    int before = mixpanel.requests(EXPORT).size();

    assertThatThrownBy(() -> workspace.fetch().events(Local.january("jan")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.AUTH_FAILED));
    assertThat(mixpanel.requests(EXPORT).size() - before).isLessThanOrEqualTo(8);
  }

  @Test
  void linesThatCannotBeEventsAreKeptAndCounted() throws Exception {
    mixpanel.faults().next(EXPORT, Fault.undecodableLine());

    FetchResult result = workspace.fetch().events(Local.january("jan"));

    assertThat(result.quarantined()).isEqualTo(1);
    assertThat(Files.readAllLines(result.quarantineFile().orElseThrow())).hasSize(1);
    assertThat(result.windows().stream().mapToLong(FetchResult.Window::rows).sum())
        .isEqualTo(result.received());
    assertThat(Local.properties(workspace, "jan")).containsAll(undisturbed);
  }

  @Test
  void charactersThatJsonCannotCarryAreRepairedAndCounted() {
    mixpanel.faults().next(EXPORT, Fault.loneSurrogate());
    mixpanel.faults().next(EXPORT, Fault.invalidUtf8());

    FetchResult result = workspace.fetch().events(Local.january("jan"));

    assertThat(result.repaired()).isEqualTo(2);
    assertThat(result.rows()).isGreaterThanOrEqualTo(31 * 60);
  }
}
