package dev.mixpaneldata.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.ingest.EventSource;
import dev.mixpaneldata.ingest.EventSources;
import dev.mixpaneldata.ingest.ImportEvents;
import dev.mixpaneldata.ingest.ImportListener;
import dev.mixpaneldata.ingest.ImportReceipt;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final Clock EVENING =
      Clock.fixed(Instant.parse(LAST_DAY + "T23:59:59Z"), ZoneOffset.UTC);
  private static final DateRange MONTH = DateRange.of("2026-01-01", "2026-01-31");

  /** The length of an insert id that was derived, in quotes. */
  private static final int DERIVED_ID = 34;

  @TempDir Path folder;

  @Test
  void aCopiedProjectHasTheSameEvents() {
    try (FakeMixpanel from =
            FakeMixpanel.builder().dataset(Dataset.demo(LAST_DAY)).clock(EVENING).start();
        FakeMixpanel to = FakeMixpanel.builder().clock(EVENING).start();
        Workspace source = open(from, folder.resolve("from"));
        Workspace target = open(to, folder.resolve("to"))) {
      source.fetch().events(FetchEvents.of("events", MONTH));
      ImportReceipt receipt = run(target, "copy", source.eventsOf("events"));
      target.fetch().events(FetchEvents.of("events", MONTH));

      assertThat(receipt.failedFile()).isEmpty();
      assertThat(receipt.imported()).isEqualTo(count(source)).isPositive();
      // What has an insert id from the start: Mixpanel adds one key, ours the derived id.
      assertThat(properties(target, true)).isEqualTo(properties(source, true));
      // Events without an insert id that are alike in everything become one.
      assertThat(properties(target, false)).hasSameSizeAs(Set.copyOf(properties(source, false)));
    }
  }

  @Test
  void aCopyKeepsThePropertiesByteForByte() {
    try (FakeMixpanel from =
            FakeMixpanel.builder().dataset(Dataset.demo(LAST_DAY)).clock(EVENING).start();
        FakeMixpanel to = FakeMixpanel.builder().clock(EVENING).start();
        Workspace source = open(from, folder.resolve("from"));
        Workspace target = open(to, folder.resolve("to"))) {
      source.fetch().events(FetchEvents.of("events", MONTH));
      run(target, "copy", source.eventsOf("events"));
      Map<String, Set<String>> first = rawProperties(from);
      Map<String, Set<String>> copied = rawProperties(to);
      assertThat(first).hasSizeGreaterThan(1000);
      assertThat(copied.keySet().equals(first.keySet())).isTrue();
      copied.forEach(
          (id, texts) -> {
            assertThat(texts).as(id).hasSize(1);
            // Of duplicates, which the source exports as well, one is copied.
            assertThat(first.get(id)).as(id).containsAll(texts);
          });
    }
  }

  /**
   * The texts of each event that has an insert id: its properties with the bytes of their values.
   */
  private static Map<String, Set<String>> rawProperties(FakeMixpanel mixpanel) {
    Map<String, Set<String>> events = new TreeMap<>();
    for (LocalDate day : mixpanel.days()) {
      for (String line : mixpanel.exportedLines(day)) {
        Map<String, String> parts = parts(line);
        String id = parts.getOrDefault("$insert_id", "");
        if (!id.isEmpty() && id.length() < DERIVED_ID) {
          String key = id + parts.get("distinct_id") + parts.get("time");
          events.computeIfAbsent(key, any -> new HashSet<>()).add(parts.toString());
        }
      }
    }
    return events;
  }

  /** The text of each property, without what Mixpanel adds to an import, and time in seconds. */
  private static Map<String, String> parts(String line) {
    Map<String, String> parts = new TreeMap<>();
    try (JsonParser parser = new JsonFactory().createParser(line)) {
      while (parser.nextToken() != null) {
        boolean isProperty =
            parser.currentToken() == JsonToken.FIELD_NAME
                && parser.getParsingContext().getParent().hasCurrentName();
        if (isProperty) {
          String name = parser.currentName();
          parser.nextToken();
          int start = (int) parser.currentTokenLocation().getCharOffset();
          parser.skipChildren();
          parser.finishToken();
          parts.put(name, line.substring(start, (int) parser.currentLocation().getCharOffset()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    parts.remove("$import");
    parts.remove("mp_processing_time_ms");
    parts.computeIfPresent("time", (name, text) -> text.substring(0, 10));
    return parts;
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(EVENING).start();
        Workspace workspace = open(mixpanel, folder)) {
      Path file = lines(4500);
      ImportReceipt first = run(workspace, "file", EventSources.jsonLines(file));
      List<String> once = mixpanel.exportedLines(LAST_DAY.minusDays(1));
      ImportReceipt second = run(workspace, "file", EventSources.jsonLines(file));

      assertThat(first.batches()).isEqualTo(3);
      assertThat(first.imported()).isEqualTo(4500);
      assertThat(second.imported()).isEqualTo(4500);
      assertThat(once).hasSize(4500);
      assertThat(mixpanel.exportedLines(LAST_DAY.minusDays(1))).isEqualTo(once);
    }
  }

  @Test
  void anImportThatFailedContinuesWhereItWas() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(EVENING).start();
        Workspace workspace = open(mixpanel, folder)) {
      Path file = lines(6500);
      mixpanel
          .faults()
          .always(request -> mixpanel.requests("/import").size() >= 2, Fault.status(403));
      ImportEvents request = ImportEvents.of("file").withWorkers(1);
      assertThatThrownBy(
              () ->
                  workspace
                      .ingest()
                      .events(request, EventSources.jsonLines(file), ImportListener.NONE))
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED));
      mixpanel.faults().clear();

      ImportReceipt receipt =
          workspace.ingest().events(request, EventSources.jsonLines(file), ImportListener.NONE);

      assertThat(receipt.batchesFromEarlierRun()).isEqualTo(2);
      assertThat(receipt.imported()).isEqualTo(6500);
      assertThat(mixpanel.exportedLines(LAST_DAY.minusDays(1))).hasSize(6500);
    }
  }

  @Test
  void whatFailsIsKeptWithItsReason() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(EVENING).start();
        Workspace workspace = open(mixpanel, folder)) {
      Path file = folder.resolve("mixed.jsonl");
      Files.writeString(
          file,
          """
          {"event":"Good","properties":{"time":1769800000,"distinct_id":"u1"}}
          {"event":"No time","properties":{"distinct_id":"u1"}}
          not json
          {"event":"Old","properties":{"time":1500000000,"distinct_id":"u1"}}
          """);
      ImportReceipt receipt = run(workspace, "mixed", EventSources.jsonLines(file));

      assertThat(receipt.imported()).isEqualTo(1);
      assertThat(receipt.invalid()).isEqualTo(3);
      assertThat(Files.readAllLines(receipt.failedFile().orElseThrow()))
          .satisfiesExactly(
              line -> assertThat(line).contains("\"line\":2", "properties.time", "no time"),
              line -> assertThat(line).contains("\"line\":3", "not JSON", "\"text\":\"not json\""),
              line -> assertThat(line).contains("\"line\":4", "older than five years"));
    }
  }

  @Test
  void aDryRunSendsNothing() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(EVENING).start();
        Workspace workspace = open(mixpanel, folder)) {
      ImportReceipt receipt =
          workspace
              .ingest()
              .events(
                  ImportEvents.of("file").asDryRun(),
                  EventSources.jsonLines(lines(2100)),
                  ImportListener.NONE);

      assertThat(receipt.imported()).isEqualTo(2100);
      assertThat(receipt.bytes()).isZero();
      assertThat(mixpanel.requests()).isEmpty();
    }
  }

  @Test
  void csvAndParquetGiveEventsToo() throws IOException {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().clock(EVENING).start();
        Workspace workspace = open(mixpanel, folder)) {
      Path csv = folder.resolve("orders.csv");
      Files.writeString(
          csv,
          """
          kind,created,user,amount,zip,note
          Purchase,2026-01-30T10:00:00Z,17,12.50,01234,"two, ""quoted"" lines
          of it"
          Refund,2026-01-30 11:00:00,18,-3,,
          """);
      Map<String, String> columns =
          Map.of("kind", "event", "created", "time", "user", "distinct_id");
      run(workspace, "csv", EventSources.csv(csv, columns));
      assertThat(mixpanel.exportedLines(LAST_DAY.minusDays(1)))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .contains(
                          "\"event\":\"Purchase\"",
                          "\"time\":1769767200000",
                          "\"distinct_id\":\"17\"",
                          "\"amount\":12.50",
                          "\"zip\":\"01234\"",
                          "two, \\\"quoted\\\" lines\\nof it"),
              line -> assertThat(line).contains("\"time\":1769770800000", "\"amount\":-3"));

      workspace.fetch().events(FetchEvents.of("events", MONTH));
      Path parquet = folder.resolve("events.parquet");
      workspace.tables().export(TableExport.of("events", parquet));
      ImportReceipt again = run(workspace, "parquet", workspace.eventsOf(parquet, Map.of()));
      assertThat(again.imported()).isEqualTo(2);
      assertThat(mixpanel.exportedLines(LAST_DAY.minusDays(1))).hasSize(2);
    }
  }

  /** So many events of the day before the last, without insert ids, compressed. */
  private Path lines(int count) throws IOException {
    Path file = folder.resolve("events.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        String line =
            "{\"event\":\"View\",\"properties\":{\"time\":"
                + (1_769_731_200L + i)
                + ",\"distinct_id\":\"u"
                + i % 7
                + "\",\"place\":"
                + i
                + "}}\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static ImportReceipt run(Workspace workspace, String name, EventSource source) {
    return workspace.ingest().events(ImportEvents.of(name), source, ImportListener.NONE);
  }

  private static long count(Workspace workspace) {
    return workspace.tables().list().get(0).rowCount();
  }

  private static List<String> properties(Workspace workspace, boolean withInsertId) {
    String condition =
        withInsertId ? "length(insert_id) < 32" : "coalesce(length(insert_id), 32) = 32";
    return workspace
        .sql(
            "SELECT event_name || replace(properties::VARCHAR, ',\"$import\":true', '') AS p"
                + " FROM events WHERE "
                + condition
                + " ORDER BY p")
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  /** Waits move its clock; one that stands still would never let a window of the quota pass. */
  private static Pacer pacer() {
    AtomicReference<Instant> now = new AtomicReference<>(EVENING.instant());
    return new Pacer(moving(now), time -> now.updateAndGet(instant -> instant.plus(time)));
  }

  private static Clock moving(AtomicReference<Instant> now) {
    InstantSource source = now::get;
    return source.withZone(ZoneOffset.UTC);
  }

  private static Workspace open(FakeMixpanel mixpanel, Path data) {
    return Workspace.builder()
        .credentials(
            Credentials.of(
                mixpanel.username(),
                mixpanel.secret(),
                Long.toString(mixpanel.projectId()),
                Region.US))
        .baseUrl(mixpanel.origin().toString())
        .pacer(pacer())
        .dataDirectory(data)
        .open();
  }
}
