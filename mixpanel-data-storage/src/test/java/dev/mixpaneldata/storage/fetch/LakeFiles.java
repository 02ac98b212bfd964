package dev.mixpaneldata.storage.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeFile;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a lake, read by an engine that knows nothing of lakes. */
final class LakeFiles {
  private LakeFiles() {}

  /** The manifest, after a look at each file that it lists. */
  static LakeManifest checked(Path lake) {
    LakeFolder folder = LakeFolder.of(lake);
    LakeManifest manifest = folder.read();
    for (Map.Entry<LocalDate, LakeDay> day : manifest.days().entrySet()) {
      for (LakeFile file : day.getValue().files()) {
        Path path = folder.file(file);
        assertThat(path).as("of %s", day.getKey()).exists();
        assertThat(rows("SELECT count(*) FROM " + parquet(path)))
            .as(file.path())
            .containsExactly(Long.toString(file.rows()));
      }
    }
    return manifest;
  }

  /** All files in the folders of days. */
  static List<Path> all(Path lake) {
    try (Stream<Path> tree = Files.walk(lake.resolve("events"))) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The files that the manifest lists. */
  static List<Path> listed(Path lake) {
    LakeFolder folder = LakeFolder.of(lake);
    return folder.read().days().values().stream()
        .flatMap(day -> day.files().stream())
        .map(folder::file)
        .sorted()
        .toList();
  }

  /** The properties of all rows of all days, sorted. */
  static List<String> properties(Path lake) {
    List<String> properties = new ArrayList<>();
    for (Path file : listed(lake)) {
      properties.addAll(rows("SELECT properties FROM " + parquet(file)));
    }
    return properties.stream().sorted().toList();
  }

  static String parquet(Path file) {
    String name = file.toString().replace("'", "''");
    return "read_parquet('" + name + "', hive_partitioning = false)";
  }

  /** The first column of a query's rows, as text. */
  static List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
