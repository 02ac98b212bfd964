package dev.mixpaneldata.storage.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableExport.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableExporterTest {
  @TempDir Path folder;
  private Path out;
  private DatabaseFile file;
  private TableExporter exporter;

  @BeforeEach
  void makeTables() throws Exception {
    file = TestingTables.in(folder);
    exporter = new TableExporter(file);
    out = Files.createDirectory(folder.resolve("it's out"));
  }

  @Test
  void parquetHasAllRowsAndColumns() throws Exception {
    Path target = out.resolve("jan.parquet");
    ExportedFile exported = export("jan", target, Format.PARQUET);
    assertThat(exported)
        .isEqualTo(new ExportedFile(Optional.of("jan"), target, 7, Files.size(target)));
    assertThat(read("SELECT count(*) || ' ' || sum(amount) FROM '" + sql(target) + "'"))
        .isEqualTo("7 4.6");
    assertThat(read("SELECT DISTINCT compression FROM parquet_metadata('" + sql(target) + "')"))
        .isEqualTo("ZSTD");
    assertThat(out).isDirectoryContaining(p -> p.equals(target));
    assertNoDebris(1);
  }

  @Test
  void parquetByDayIsOneFolderADay() throws Exception {
    Path target = out.resolve("jan");
    ExportedFile exported = exporter.export(whole("jan", target, Format.PARQUET, true, false));
    assertThat(exported.rows()).isEqualTo(7);
    assertThat(target.resolve("day=2026-01-01/data_0.parquet")).exists();
    assertThat(
            read(
                "SELECT string_agg(day || ':' || n, ' ' ORDER BY day) FROM (SELECT day, count(*) n"
                    + " FROM read_parquet('"
                    + sql(target)
                    + "/*/*.parquet', hive_partitioning = true) GROUP BY day)"))
        .isEqualTo("2026-01-01:2 2026-01-02:5");
    exporter.export(whole("jan", target, Format.PARQUET, true, true));
    assertThat(target.resolve("day=2026-01-02/data_0.parquet")).exists();
    assertNoDebris(1);
  }

  @Test
  void rowsWithoutTimeAreNotLostByDay() {
    TestingTables.events(file, "odd", "('x', NULL, 'u', 'i', '{}', 0)");
    Path target = out.resolve("odd");
    assertThat(exporter.export(whole("odd", target, Format.PARQUET, true, false)).rows())
        .isEqualTo(1);
    assertThat(target.resolve("day=__HIVE_DEFAULT_PARTITION__")).isDirectory();
  }

  @Test
  void csvFollowsTheRfc() throws Exception {
    Path target = out.resolve("jan.csv");
    assertThat(export("jan", target, Format.CSV).rows()).isEqualTo(7);
    assertThat(Files.readString(target))
        .startsWith(
            "event_name,event_time,distinct_id,insert_id,properties,amount\r\n"
                + "Sign Up,2026-01-01T10:00:00.123Z,ann,i1,"
                + "\"{\"\"$city\"\":\"\"Berlin\"\",\"\"amount\"\":1.5}\",1.5\r\n")
        .contains("\r\nPurchase,2026-01-02T23:59:59.999Z,bob,,")
        .contains(",\"cy, \"\"the\"\" one\",i5,")
        .contains("View,2026-01-02T12:00:01.000Z,\"\",i6,")
        .endsWith("ann,i7,{},\r\n");
    assertNoDebris(1);
  }

  @Test
  void jsonLinesHoldWhatMixpanelSent() throws Exception {
    Path target = out.resolve("jan.jsonl");
    assertThat(export("jan", target, Format.JSONL).rows()).isEqualTo(7);
    List<String> lines = Files.readAllLines(target);
    assertThat(lines).hasSize(7);
    assertThat(lines)
        .contains(
            "{\"event_name\":\"Purchase\",\"event_time\":\"2026-01-02T23:59:59.999Z\","
                + "\"distinct_id\":\"bob\",\"insert_id\":null,\"properties\":"
                + "{\"amount\":0.1000000000000000055,\"big\":12345678901234567890123}}",
            "{\"event_name\":\"View\",\"event_time\":\"2026-01-02T12:00:00.000Z\","
                + "\"distinct_id\":\"cy, \\\"the\\\" one\",\"insert_id\":\"i5\",\"properties\":"
                + "{\"$city\":null,\"nested\":{\"k\":[1,2]}}}");
  }

  @Test
  void profilesAreWrittenWithTheirOwnColumns() throws Exception {
    Path target = out.resolve("people.jsonl");
    export("people", target, Format.JSONL);
    assertThat(Files.readAllLines(target))
        .containsExactly(
            "{\"distinct_id\":\"ann\",\"last_seen\":\"2026-01-03T00:00:00.000Z\","
                + "\"properties\":{\"plan\":\"pro\"}}",
            "{\"distinct_id\":\"bob\",\"last_seen\":null,\"properties\":{}}");
  }

  @Test
  void existingTargetIsKeptUnlessItMayBeReplaced() throws Exception {
    Path target = Files.writeString(out.resolve("jan.csv"), "mine");
    MixpanelDataException failure = failure(() -> export("jan", target, Format.CSV));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure).hasMessageContaining("jan.csv exists already");
    assertThat(Files.readString(target)).isEqualTo("mine");
    exporter.export(whole("jan", target, Format.CSV, false, true));
    assertThat(Files.readString(target)).startsWith("event_name");
    assertNoDebris(1);
  }

  @Test
  void unusableTargetsAreRefused() throws Exception {
    Path link = Files.createSymbolicLink(out.resolve("link.csv"), out.resolve("real.csv"));
    Path full = Files.createDirectory(out.resolve("full"));
    Files.writeString(full.resolve("thesis.txt"), "years of work");
    assertThat(failure(() -> overwrite(link, Format.CSV, false)))
        .hasMessageContaining("symbolic link");
    assertThat(failure(() -> overwrite(full, Format.CSV, false)))
        .hasMessageContaining("is a folder");
    assertThat(failure(() -> overwrite(full, Format.PARQUET, true)))
        .hasMessageContaining("something other than an earlier export");
    assertThat(failure(() -> overwrite(file.path(), Format.PARQUET, false)))
        .hasMessageContaining("the database itself");
    assertThat(failure(() -> overwrite(out.resolve("no/where.csv"), Format.CSV, false)))
        .hasMessageContaining("does not exist");
    assertThat(failure(() -> overwrite(out.resolve("a"), Format.CSV, true)))
        .hasMessageContaining("Only Parquet");
    assertThat(full.resolve("thesis.txt")).exists();
    assertNoDebris(2);
  }

  @Test
  void noDatabaseAndNoneOfItsCompanionsIsATarget() throws Exception {
    Path wal = file.path().resolveSibling(file.path().getFileName() + ".wal");
    Path other = Files.copy(file.path(), out.resolve("other.db"));
    assertThat(failure(() -> export("jan", wal, Format.CSV)))
        .hasMessageContaining("the database uses");
    assertThat(failure(() -> exporter.export(whole("jan", wal, Format.PARQUET, true, false))))
        .hasMessageContaining("the database uses");
    assertThat(failure(() -> overwrite(other, Format.CSV, false)))
        .hasMessageContaining("is a DuckDB database");
    assertThat(wal).doesNotExist();
  }

  @Test
  void whatAKilledExportLeftIsRemovedByTheNext() throws Exception {
    Path left = Files.createDirectory(out.resolve(".mixpanel-data-export-left"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("content"), "hundreds of megabytes");
    Files.setLastModifiedTime(
        left, FileTime.from(Files.getLastModifiedTime(left).toInstant().minusSeconds(3600)));
    export("jan", out.resolve("jan.csv"), Format.CSV);
    assertNoDebris(1);
  }

  @Test
  void profilesHaveNoDays() throws Exception {
    assertThat(
            failure(
                () ->
                    exporter.export(
                        whole("people", out.resolve("p"), Format.PARQUET, true, false))))
        .hasMessageContaining("no days");
    assertNoDebris(0);
  }

  @Test
  void unknownTableLeavesNothingBehind() throws Exception {
    for (Format format : Format.values()) {
      assertThat(failure(() -> export("feb", out.resolve("feb"), format)).code())
          .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    }
    assertNoDebris(0);
  }

  @Test
  void oneEventOfATableIsWritten() throws Exception {
    for (Format format : Format.values()) {
      Path target = out.resolve("one." + format.name().toLowerCase(Locale.ROOT));
      ExportedFile one =
          exporter.export(
              whole("jan", target, format, false, false).with(e -> e.event("Purchase")));
      assertThat(one.rows()).isPositive().isLessThan(7);
      assertThat(exported(target, format)).containsOnly("Purchase").hasSize((int) one.rows());
    }
    MixpanelDataException unknown =
        failure(
            () ->
                exporter.export(
                    TableExport.of("jan", out.resolve("x.csv")).with(e -> e.event("Purchas"))));
    assertThat(unknown.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(unknown.hint()).contains("Did you mean Purchase?");
  }

  private List<String> exported(Path target, Format format) throws SQLException {
    String read =
        format == Format.PARQUET ? "read_parquet" : format == Format.CSV ? "read_csv" : "read_json";
    List<String> names = new ArrayList<>();
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet row =
            engine
                .createStatement()
                .executeQuery(
                    "SELECT event_name FROM "
                        + read
                        + "('"
                        + target.toString().replace("'", "''")
                        + "')")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  @Test
  void theRowsOfAQueryAreWritten() throws Exception {
    String query =
        "SELECT * FROM (VALUES (1, 'a,\"b', TIMESTAMP '2026-01-02 03:04:05'), (2, '', NULL)) t(n, s, seen)"
            + " ORDER BY n";
    Path csv = out.resolve("q.csv");
    ExportedFile written = exporter.export(TableExport.ofQuery(query, csv));
    assertThat(written.table()).isEmpty();
    assertThat(written.rows()).isEqualTo(2);
    assertThat(Files.readString(csv))
        .isEqualTo("n,s,seen\r\n1,\"a,\"\"b\",2026-01-02T03:04:05.000Z\r\n2,\"\",\r\n");
    Path jsonl = out.resolve("q.jsonl");
    exporter.export(TableExport.ofQuery(query, jsonl));
    assertThat(Files.readString(jsonl))
        .isEqualTo(
            "{\"n\":1,\"s\":\"a,\\\"b\",\"seen\":\"2026-01-02T03:04:05.000Z\"}\n"
                + "{\"n\":2,\"s\":\"\",\"seen\":null}\n");
    assertThat(
            failure(
                    () ->
                        exporter.export(
                            TableExport.ofQuery("DROP TABLE jan", out.resolve("d.csv"))))
                .code())
        .isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(failure(() -> TableExport.ofQuery(query, out.resolve("q.parquet"))))
        .hasMessageContaining("CSV or JSON lines");
  }

  @Test
  void exportedFilesAreForTheirUserAlone() throws Exception {
    Path csv = out.resolve("jan.csv");
    export("jan", csv, Format.CSV);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)))
        .isEqualTo("rw-------");
    Path lake = out.resolve("lake");
    exporter.export(whole("jan", lake, Format.PARQUET, true, false));
    try (var tree = Files.walk(lake)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  private static TableExport whole(
      String table, Path target, Format format, boolean byDay, boolean overwrite) {
    return new TableExport(
        Optional.of(table),
        Optional.empty(),
        Optional.empty(),
        target,
        Optional.of(format),
        byDay,
        overwrite);
  }

  private ExportedFile export(String table, Path target, Format format) {
    return exporter.export(whole(table, target, format, false, false));
  }

  private void overwrite(Path target, Format format, boolean byDay) {
    exporter.export(whole("jan", target, format, byDay, true));
  }

  private void assertNoDebris(int entries) throws Exception {
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(entries);
    }
  }

  private static String sql(Path path) {
    return path.toString().replace("'", "''");
  }

  private static String read(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static MixpanelDataException failure(ThrowingCallable call) {
    MixpanelDataException failure = catchThrowableOfType(MixpanelDataException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
