package dev.mixpaneldata.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RefusedNamesTest {
  @Test
  void everyFunctionOfTheEngineWasLookedAt() throws Exception {
    TreeSet<String> lookedAt = new TreeSet<>();
    for (String line : lines()) {
      String name = line.replace(" refused", "");
      lookedAt.add(name);
      assertThat(RefusedNames.function(name).isPresent())
          .as(line)
          .isEqualTo(line.endsWith(" refused"));
    }
    TreeSet<String> there =
        names(
            "SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type <>"
                + " 'pragma'");
    assertThat(there)
        .as(
            "Does a new function act, wait, run a query of its own, or tell of the machine? If so,"
                + " it belongs into RefusedNames; in any case into functions.txt.")
        .isEqualTo(lookedAt);
  }

  @Test
  void everyViewOfTheEngineThatTellsOfTheMachineIsRefused() throws Exception {
    TreeSet<String> telling =
        names(
            "SELECT view_name FROM duckdb_views() WHERE internal AND regexp_matches(sql,"
                + " '\\bpath\\b|duckdb_settings|SELECT \\* FROM duckdb_(databases|logs)')");
    assertThat(telling)
        .contains("pragma_database_list", "pg_settings", "duckdb_databases")
        .allMatch(view -> RefusedNames.view(view).isPresent());
  }

  @Test
  void macrosOfTheEngineThatUseARefusedFunctionAreRefused() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT function_name, macro_definition FROM duckdb_functions()"
                    + " WHERE macro_definition IS NOT NULL")) {
      while (rows.next()) {
        String name = rows.getString(1);
        for (String word : rows.getString(2).toLowerCase(Locale.ROOT).split("\\W+")) {
          if (RefusedNames.function(word).isPresent()) {
            assertThat(RefusedNames.tableFunction(name)).as(name + " uses " + word).isPresent();
          }
        }
      }
    }
  }

  private static List<String> lines() throws IOException {
    try (InputStream list = RefusedNamesTest.class.getResourceAsStream("functions.txt")) {
      return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  private static TreeSet<String> names(String query) throws SQLException {
    TreeSet<String> names = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
