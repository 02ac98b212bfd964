package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.LoadEvents;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of Mixpanel's pipelines and raw export, in the forms that its documentation shows. */
class LoadFilesTest {
  private static final String EVENTS =
      "SELECT event_name, event_time::VARCHAR, distinct_id, insert_id, properties::VARCHAR FROM t"
          + " ORDER BY event_time, insert_id";

  @TempDir Path folder;
  private Path bucket;
  private Workspace workspace;

  @BeforeEach
  void open() {
    bucket = folder.resolve("bucket");
    workspace = Workspace.builder().database(folder.resolve("data").resolve("1.db")).open();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private void write(String name, String... lines) throws IOException {
    Path file = bucket.resolve(name);
    Files.createDirectories(file.getParent());
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(text);
      }
    } else {
      Files.write(file, text);
    }
  }

  private void parquet(String name, String query) throws IOException, SQLException {
    Path file = bucket.resolve(name);
    Files.createDirectories(file.getParent());
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'US/Pacific'");
      statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
    }
  }

  private FetchResult load() {
    return workspace.load(LoadEvents.of("t", bucket));
  }

  private List<List<String>> rows() {
    return workspace.sql(EVENTS).rows().stream()
        .map(row -> row.stream().map(String::valueOf).toList())
        .toList();
  }

  @Test
  void jsonPipelines() throws IOException {
    write(
        "123/mp_master_event/2026/01/31/part-0.json.gz",
        "{\"device_id\":\"d1\",\"distinct_id\":\"u1\",\"event_name\":\"Sign up\",\"insert_id\":\"i1\",\"time\":\"2026-01-31 10:11:12.345 UTC\",\"user_id\":null,\"properties\":{\"plan\":\"pro\",\"price\":1.50,\"nested\":{\"a\":[1]}}}",
        "{\"distinct_id\":\"u2\",\"event_name\":\"Buy\",\"insert_id\":\"i2\",\"time\":1769854273,\"user_id\":\"u2\",\"properties\":\"{\\\"$insert_id\\\":\\\"i2\\\",\\\"big\\\":12345678901234567890}\"}");
    write(
        "123/mp_master_event/2026/02/01/part-0.json.gz",
        "{\"distinct_id\":\"u2\",\"event_name\":\"Buy\",\"insert_id\":\"i2\",\"time\":1769854273000,\"user_id\":\"u2\",\"properties\":{}}");
    write("123/schema/events.json", "{\"mappings\":1}");
    write("123/_SUCCESS", "");

    FetchResult loaded = load();
    assertThat(loaded.received()).isEqualTo(3);
    assertThat(loaded.duplicatesRemoved()).isEqualTo(1);
    assertThat(loaded.dateRange()).contains(DateRange.of("2026-01-31", "2026-01-31"));
    assertThat(loaded.windows()).hasSize(2);
    assertThat(rows())
        .hasSize(2)
        .first()
        .asList()
        .containsExactly(
            "Sign up",
            "2026-01-31 10:11:12.345",
            "u1",
            "i1",
            "{\"$device_id\":\"d1\",\"distinct_id\":\"u1\",\"$insert_id\":\"i1\",\"plan\":\"pro\",\"price\":1.50,\"nested\":{\"a\":[1]},\"time\":1769854272345}");
    assertThat(rows().get(1).subList(0, 4))
        .isEqualTo(List.of("Buy", "2026-01-31 10:11:13", "u2", "i2"));
    assertThat(folder.resolve("data/load")).isEmptyDirectory();
  }

  @Test
  void jsonPipelinesInParquetAsWarehousesUnloadThem() throws Exception {
    parquet(
        "day=1/part.parquet",
        "SELECT 'Sign up' AS \"EVENT_NAME\", TIMESTAMPTZ '2026-01-31 10:11:12.345Z' AS \"TIME\", 'u1' AS"
            + " \"DISTINCT_ID\", 'i1' AS \"INSERT_ID\", NULL::VARCHAR AS \"USER_ID\","
            + " '{\"plan\":\"pro\",\"n\":0.10}' AS \"PROPERTIES\"");
    load();
    assertThat(rows())
        .singleElement()
        .asList()
        .containsExactly(
            "Sign up",
            "2026-01-31 10:11:12.345",
            "u1",
            "i1",
            "{\"distinct_id\":\"u1\",\"$insert_id\":\"i1\",\"plan\":\"pro\",\"n\":0.10,\"time\":1769854272345}");
  }

  @Test
  void schematizedPipelinesHaveAColumnForEachProperty() throws Exception {
    write(
        "a.json",
        "{\"mp_event_name\":\"Sign up\",\"time\":1769854272,\"distinct_id\":\"u1\",\"mp_insert_id\":\"i1\",\"plan\":\"free\",\"mp_browser\":\"Chrome\",\"ab_test\":null,\"mp_properties\":\"{\\\"rare\\\":true}\",\"user_id\":7}");
    parquet(
        "b.parquet",
        "SELECT 'Buy' AS mp_event_name, TIMESTAMP '2026-01-31 10:11:13' AS time, 'u2' AS"
            + " distinct_id, 'i2' AS mp_insert_id, 2.5 AS price, NULL::VARCHAR AS plan");
    load();
    assertThat(rows())
        .extracting(row -> row.get(4))
        .containsExactly(
            "{\"time\":1769854272000,\"distinct_id\":\"u1\",\"$insert_id\":\"i1\",\"plan\":\"free\",\"mp_browser\":\"Chrome\",\"user_id\":7,\"rare\":true}"
                .replace("{\"time\":1769854272000,", "{")
                .replace("}", ",\"time\":1769854272000}"),
            "{\"distinct_id\":\"u2\",\"$insert_id\":\"i2\",\"price\":2.5,\"time\":1769854273000}");
    assertThat(rows()).extracting(row -> row.get(3)).containsExactly("i1", "i2");
  }

  @Test
  void linesOfTheRawExport() throws IOException {
    write(
        "raw.jsonl",
        "{\"event\":\"A\",\"properties\":{\"time\":1769854272,\"distinct_id\":\"u1\",\"$insert_id\":\"i1\",\"x\":1e2}}",
        "{\"event\":\"B\",\"properties\":{\"time\":1769854273000,\"distinct_id\":\"u1\",\"$insert_id\":\"i2\"}}",
        "not json",
        "{\"event\":\"C\",\"properties\":{\"distinct_id\":\"u1\"}}");
    FetchResult loaded = load();

    assertThat(loaded.rows()).isEqualTo(3);
    assertThat(loaded.quarantined()).isEqualTo(1);
    assertThat(Files.readString(loaded.quarantineFile().orElseThrow())).contains("not json");
    assertThat(rows())
        .extracting(row -> row.get(1))
        .containsExactly("2026-01-31 10:11:12", "2026-01-31 10:11:13", "null");
  }

  @Test
  void daysAreChosenAndTablesAreAddedToAndReplaced() throws IOException {
    write(
        "raw.json",
        "{\"event\":\"A\",\"properties\":{\"time\":1769854272,\"distinct_id\":\"u1\",\"$insert_id\":\"i1\"}}",
        "{\"event\":\"B\",\"properties\":{\"time\":1769954273,\"distinct_id\":\"u1\",\"$insert_id\":\"i2\"}}");
    LoadEvents january =
        LoadEvents.of("t", bucket).with(r -> r.toDate(LocalDate.parse("2026-01-31")));
    assertThat(workspace.load(january).rows()).isEqualTo(1);
    assertThat(failure(() -> workspace.load(january)).code()).isEqualTo(ErrorCode.TABLE_EXISTS);
    LoadEvents all = LoadEvents.of("t", bucket);
    assertThat(workspace.load(all.with(r -> r.mode(FetchMode.APPEND))).rows()).isEqualTo(2);
    assertThat(workspace.load(january.with(r -> r.mode(FetchMode.REPLACE))).rows()).isEqualTo(1);
    assertThat(workspace.tables().list().get(0).origin().projectId()).isEqualTo("unknown");
  }

  @Test
  void whatIsNotUnderstoodIsRefusedWithItsColumns() throws Exception {
    write("people.json", "{\"distinct_id\":\"u\",\"properties\":{},\"odd\\u001b\":1}");
    assertThat(failure(this::load))
        .hasMessageContaining("people.json")
        .hasMessageContaining("Its columns are: distinct_id, properties, odd\\u001b.");
    Files.delete(bucket.resolve("people.json"));
    assertThat(failure(this::load).code()).isEqualTo(ErrorCode.NOT_FOUND);
    parquet("identity.parquet", "SELECT 'a' AS distinct_id, 'b' AS resolved_distinct_id");
    assertThat(failure(this::load)).hasMessageContaining("distinct_id, resolved_distinct_id");
    assertThat(failure(() -> workspace.load(LoadEvents.of("t", folder.resolve("nowhere")))))
        .hasMessageContaining("There is no file or folder");
    assertThat(workspace.tables().list()).isEmpty();
  }

  private static MixpanelDataException failure(ThrowingCallable call) {
    return catchThrowableOfType(MixpanelDataException.class, call);
  }
}
