package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.file.OperationWatch;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Answers reports from a lake in a local folder, by an engine that reads its files as one table.
 * The engine reaches no other file but what it spills.
 */
public final class LakeReports implements Reports {
  private final LakeFolder lake;
  private final StoreOptions options;
  private final LocalScope scope;

  /** Creates reports; the scope's table is of no interest. */
  public LakeReports(LakeFolder lake, StoreOptions options, LocalScope scope) {
    this.lake = lake;
    this.options = options;
    this.scope = scope;
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    LakeManifest manifest = lake.read();
    LakeDays days = LakeTable.days(lake.path().toString(), manifest);
    try {
      Path spill = Files.createTempDirectory("mixpanel-lake");
      try (Connection connection = connect(spill)) {
        return watched(connection, report, request, days);
      } finally {
        PrivateFiles.removeTree(spill);
      }
    } catch (SQLException | IOException e) {
      throw StorageErrors.of(e, lake.path(), options);
    } catch (MixpanelDataException e) {
      throw e.without(Reference.LIVE_SOURCE);
    }
  }

  private <Q extends Record, R extends ReportResult> R watched(
      Connection connection, Report<Q, R> report, Q request, LakeDays days) throws SQLException {
    OperationWatch watch = OperationWatch.over(connection, null);
    try (watch) {
      LocalCopy events =
          LocalCopy.of(
              days,
              LakeTable.columns(days.manifest(), view(connection, days.manifest())),
              Optional.empty());
      ReportContext context =
          new ReportContext(
              new LocalQueries(connection),
              scope,
              events,
              IndexUse.none(),
              LakeTable::refuseProfiles);
      return LocalReports.TABLE.answer(report, context, request);
    } catch (SQLException | MixpanelDataException e) {
      if (watch.reason().isPresent()) {
        throw StorageErrors.ended(watch.reason().get(), null, e);
      }
      throw e;
    }
  }

  private Connection connect(Path spill) throws SQLException {
    Properties settings = new Properties();
    settings.put("allowed_directories", "[" + quoted(lake.path()) + "]");
    settings.put("enable_external_access", "false");
    settings.put("autoinstall_known_extensions", "false");
    settings.put("autoload_known_extensions", "false");
    settings.put("memory_limit", options.memoryLimitMegabytes() + "MB");
    settings.put("threads", Integer.toString(options.threads()));
    settings.put("temp_directory", spill.toString());
    Connection connection = DuckDBConnection.newConnection("jdbc:duckdb:", false, null, settings);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Makes a table of the files, and returns the typed columns that all of them have. */
  private Set<String> view(Connection connection, LakeManifest manifest) throws SQLException {
    List<String> paths =
        manifest.days().values().stream()
            .flatMap(day -> day.files().stream())
            .map(file -> Identifiers.literal(lake.file(file).toString()))
            .toList();
    String table = Identifiers.quote(LocalCopy.LAKE_TABLE);
    Set<String> everywhere = new HashSet<>();
    try (Statement statement = connection.createStatement()) {
      if (paths.isEmpty()) {
        statement.execute(
            manifest.columns().stream()
                .map(column -> ", " + Identifiers.quote(column.name()) + " " + column.type())
                .collect(
                    Collectors.joining(
                        "",
                        "CREATE TABLE "
                            + table
                            + " (event_name VARCHAR, event_time TIMESTAMP, distinct_id VARCHAR,"
                            + " insert_id VARCHAR, properties VARCHAR",
                        ")")));
        return everywhere;
      }
      String files = "[" + String.join(", ", paths) + "]";
      statement.execute(
          "CREATE VIEW "
              + table
              + " AS SELECT * FROM read_parquet("
              + files
              + ", union_by_name = true, hive_partitioning = false)");
      LocalQueries.read(
          connection,
          "SELECT name FROM parquet_schema("
              + files
              + ") GROUP BY name HAVING count(DISTINCT file_name) = "
              + paths.size(),
          row -> everywhere.add(row.getString(1)));
    }
    return everywhere;
  }
}
