package dev.mixpaneldata.cli;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.value.DateRange;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How to provoke an error on each face: by the same request, in the same circumstances.
 *
 * @param credentials whether the environment has any
 * @param setting brings the circumstances about
 * @param java the request of a Java caller
 * @param command the request to {@code mp}
 * @param tool the tool that an assistant calls
 * @param arguments its arguments
 */
record Provocation(
    boolean credentials,
    Setting setting,
    Request java,
    List<String> command,
    String tool,
    Map<String, Object> arguments) {

  /** Brings circumstances about. */
  interface Setting {
    void arrange(ErrorFacesTest.Stage stage) throws Exception;
  }

  /** A call of the library. */
  interface Request {
    void call(Workspace workspace);
  }

  private static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-02");

  /** One day is one download, so that the message does not depend on which ends first. */
  private static final DateRange DAY = DateRange.of("2026-01-01", "2026-01-01");

  private static final Setting NOTHING = stage -> {};

  static final Map<ErrorCode, Provocation> ALL = new EnumMap<>(ErrorCode.class);

  static {
    report(ErrorCode.AUTH_FAILED, refusing(401, "Invalid service account credentials"));
    ALL.put(ErrorCode.CREDENTIALS_MISSING, report(NOTHING).withoutCredentials());
    report(ErrorCode.PERMISSION_DENIED, refusing(403, "Forbidden"));
    report(ErrorCode.PLAN_LIMIT, refusing(402, "Your plan does not allow API calls"));
    report(ErrorCode.WRONG_REGION, refusing(400, "Invalid project id for cluster: 123456"));
    ALL.put(ErrorCode.INVALID_ARGUMENT, reportOnDaysThatRunBackwards());
    ALL.put(ErrorCode.CANNOT_ANSWER, reportOnMoreDaysThanATableHas());
    report(ErrorCode.QUERY_FAILED, refusing(400, "Error in from_date: bad year"));
    ALL.put(
        ErrorCode.ACCOUNT_NOT_FOUND,
        report(
                stage -> {
                  stage.set("MP_ACCOUNT", "home");
                  configure(stage, "");
                })
            .withoutCredentials());
    ALL.put(
        ErrorCode.NOT_FOUND,
        new Provocation(
            true,
            answering(Fault.status(404, "{\"error\": \"No such funnel\"}", Map.of())),
            workspace -> workspace.discovery().funnels(),
            words("inspect funnels"),
            "list_funnels",
            Map.of()));
    ALL.put(ErrorCode.DATABASE_NOT_FOUND, schema("events", NOTHING));
    ALL.put(ErrorCode.TABLE_NOT_FOUND, schema("june", Provocation::fetched));
    fetch(ErrorCode.TABLE_EXISTS, Provocation::fetched);
    fetch(ErrorCode.DATABASE_LOCKED, Provocation::fetchedElsewhere);
    report(ErrorCode.RATE_LIMITED, answering(Fault.tooManyRequests(Duration.ofMinutes(5))));
    ALL.put(
        ErrorCode.CONFIG_INVALID,
        report(stage -> configure(stage, "[accounts.work")).withoutCredentials());
    report(ErrorCode.SERVER_ERROR, refusing(500, "Internal error"));
    report(ErrorCode.BAD_RESPONSE, answering(Fault.html()));
    report(ErrorCode.NETWORK_ERROR, stage -> stage.mixpanel.close());
    report(ErrorCode.TIMEOUT, refusing(504, "Gateway timeout"));
    fetch(ErrorCode.EXPORT_INCOMPLETE, answering(Fault.exportTerminatedEarly(0)));
    fetch(ErrorCode.DISK_FULL, FullDisk::fill);
    ALL.put(ErrorCode.STORAGE_FAILED, schema("events", Provocation::damaged));
    ALL.put(
        ErrorCode.DECLINED,
        new Provocation(
            true,
            Provocation::fetched,
            workspace -> {},
            words("inspect drop -t events"),
            "",
            Map.of()));
    report(ErrorCode.INTERRUPTED, stage -> Thread.currentThread().interrupt());
  }

  private static void report(ErrorCode code, Setting setting) {
    ALL.put(code, report(setting));
  }

  private static Provocation report(Setting setting) {
    return new Provocation(
        true,
        setting,
        workspace -> workspace.reports().segmentation(SegmentationRequest.of("Purchase", DAYS)),
        words("query segmentation -e Purchase --from 2026-01-01 --to 2026-01-02"),
        "segmentation",
        Map.of(
            "event", "Purchase",
            "from_date", "2026-01-01",
            "to_date", "2026-01-02",
            "source", "live"));
  }

  private static Provocation reportOnDaysThatRunBackwards() {
    return new Provocation(
        true,
        NOTHING,
        workspace ->
            workspace
                .reports()
                .segmentation(
                    SegmentationRequest.of("Purchase", DateRange.of("2026-01-02", "2026-01-01"))),
        words("query segmentation -e Purchase --from 2026-01-02 --to 2026-01-01"),
        "segmentation",
        Map.of("event", "Purchase", "from_date", "2026-01-02", "to_date", "2026-01-01"));
  }

  private static Provocation reportOnMoreDaysThanATableHas() {
    DateRange more = DateRange.of("2026-01-01", "2026-01-31");
    return new Provocation(
        true,
        Provocation::fetched,
        workspace ->
            workspace
                .local("events")
                .reports()
                .segmentation(SegmentationRequest.of("Purchase", more)),
        words("query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31 --local events"),
        "segmentation",
        Map.of(
            "event", "Purchase",
            "from_date", "2026-01-01",
            "to_date", "2026-01-31",
            "source", "local"));
  }

  private static Provocation schema(String table, Setting setting) {
    return new Provocation(
        true,
        setting,
        workspace -> workspace.tables().schema(table),
        List.of("inspect", "schema", "-t", table),
        "table_schema",
        Map.of("table", table));
  }

  private static void fetch(ErrorCode code, Setting setting) {
    ALL.put(
        code,
        new Provocation(
            true,
            setting,
            workspace -> workspace.fetch().events(FetchEvents.of("events", DAY)),
            words("fetch events --from 2026-01-01 --to 2026-01-01"),
            "fetch_events",
            Map.of("from_date", "2026-01-01", "to_date", "2026-01-01")));
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }

  private Provocation withoutCredentials() {
    return new Provocation(false, setting, java, command, tool, arguments);
  }

  private static Setting answering(Fault fault) {
    return stage -> stage.mixpanel.faults().always(request -> true, fault);
  }

  private static Setting refusing(int status, String reason) {
    return answering(Fault.status(status, "{\"error\": \"" + reason + "\"}", Map.of()));
  }

  private static void configure(ErrorFacesTest.Stage stage, String more) throws Exception {
    Files.writeString(
        stage.folder.resolve("config.toml"),
        """
        [accounts.office]
        username = "robot"
        secret = "secret"
        project_id = "1"
        """
            + more);
  }

  private static void fetched(ErrorFacesTest.Stage stage) {
    try (Workspace workspace = stage.open()) {
      workspace.fetch().events(FetchEvents.of("events", DAY));
    }
  }

  /** Leaves what a fetch leaves that Mixpanel failed to answer. */
  private static void failed(ErrorFacesTest.Stage stage) {
    stage.mixpanel.faults().always(request -> true, Fault.status(400));
    try (Workspace workspace = stage.open()) {
      workspace.fetch().events(FetchEvents.of("events", DAY));
    } catch (MixpanelDataException expected) {
      stage.mixpanel.faults().clear();
    }
  }

  private static void fetchedElsewhere(ErrorFacesTest.Stage stage) throws Exception {
    failed(stage);
    FileChannel channel = FileChannel.open(stage.file("lock"), StandardOpenOption.WRITE);
    channel.lock();
    stage.hold(channel);
  }

  private static void damaged(ErrorFacesTest.Stage stage) throws Exception {
    fetched(stage);
    Files.write(stage.file(".db"), "not a database".getBytes(StandardCharsets.UTF_8));
  }
}
