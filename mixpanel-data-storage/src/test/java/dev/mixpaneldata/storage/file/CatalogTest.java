package dev.mixpaneldata.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final CatalogTable FULL =
      new CatalogTable(
          "Jan",
          TableType.EVENTS,
          Instant.parse("2026-02-01T10:11:12.345Z"),
          Instant.parse("2026-02-03T00:00:00Z"),
          new TableOrigin(
              "12345",
              "eu",
              Optional.of(DateRange.of("2026-01-01", "2026-01-31")),
              List.of("Sign Up", "it's \"quoted\", [x]"),
              Optional.of("properties[\"plan\"] == \"pro\""),
              Optional.of(5_000_000_000L),
              Optional.of(ZoneId.of("America/New_York"))),
          Optional.of("job-1"));
  private static final CatalogTable BARE =
      new CatalogTable(
          "people",
          TableType.PROFILES,
          Instant.EPOCH,
          Instant.EPOCH,
          new TableOrigin(
              "1",
              "us",
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          Optional.empty());

  @TempDir Path folder;
  private DatabaseFile file;

  @BeforeEach
  void makeTables() {
    file = new DatabaseFile(folder.resolve("1.db"), StoreOptions.defaults());
    file.write(
        connection -> {
          execute(connection, "CREATE TABLE \"Jan\"(a INT)");
          execute(connection, "CREATE TABLE people(a INT)");
          return execute(connection, "CREATE TABLE theirs(a INT)");
        });
  }

  @Test
  void isEmptyBeforeAnythingIsPut() {
    file.read(
        connection -> {
          Catalog catalog = new Catalog(connection);
          assertThat(catalog.list()).isEmpty();
          assertThat(catalog.find("Jan")).isEmpty();
          assertThat(catalog.columns("Jan")).isEmpty();
          return true;
        });
    file.write(
        connection -> {
          new Catalog(connection).remove("Jan");
          return true;
        });
  }

  @Test
  void whatWasPutIsFoundWhole() {
    put(BARE);
    put(FULL);
    file.read(
        connection -> {
          Catalog catalog = new Catalog(connection);
          assertThat(catalog.list()).containsExactly(FULL, BARE);
          assertThat(catalog.find("jAN")).contains(FULL);
          return true;
        });
  }

  @Test
  void puttingAgainReplaces() {
    put(FULL, CatalogColumn.empty("plan", "plan", "VARCHAR"));
    CatalogTable again =
        new CatalogTable(
            "jan", TableType.EVENTS, Instant.EPOCH, Instant.EPOCH, BARE.origin(), Optional.empty());
    put(again, CatalogColumn.empty("$city", "city", "VARCHAR"));
    file.read(
        connection -> {
          assertThat(new Catalog(connection).list()).containsExactly(again);
          assertThat(new Catalog(connection).columns("Jan"))
              .containsExactly(CatalogColumn.empty("$city", "city", "VARCHAR"));
          return true;
        });
  }

  @Test
  void followsTheCallersTransaction() {
    put(FULL);
    file.write(
        connection -> {
          connection.setAutoCommit(false);
          new Catalog(connection).remove("Jan");
          new Catalog(connection).put(BARE, List.of());
          connection.rollback();
          return true;
        });
    file.read(
        connection -> {
          assertThat(new Catalog(connection).list()).containsExactly(FULL);
          return true;
        });
  }

  @Test
  void tablesDroppedByOtherMeansAreGone() {
    put(FULL);
    file.write(connection -> execute(connection, "DROP TABLE \"Jan\""));
    file.read(
        connection -> {
          assertThat(new Catalog(connection).list()).isEmpty();
          return true;
        });
  }

  @Test
  void unknownTableIsRefusedWithThoseThereAre() {
    put(FULL);
    put(BARE);
    assertThatThrownBy(() -> file.read(connection -> new Catalog(connection).require("feb")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
              assertThat(e).hasMessageContaining("'feb'");
              assertThat(e.hint()).contains("The tables are: Jan, people.");
            });
  }

  @Test
  void namesOfPeoplesOwnTablesAreTaken() {
    file.read(
        connection -> {
          assertThat(new Catalog(connection).nameIsTaken("THEIRS")).isTrue();
          assertThat(new Catalog(connection).nameIsTaken("nobodys")).isFalse();
          return true;
        });
  }

  @Test
  void layoutOfNewerVersionIsRefused() {
    put(FULL);
    file.write(
        connection -> execute(connection, "UPDATE mixpanel_data.tables SET format_version = 99"));
    assertThatThrownBy(() -> file.read(connection -> new Catalog(connection).list()))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageContaining("'Jan' was written by a newer mixpanel-data");
  }

  @Test
  void usersTablesAreShownWithoutTheCatalogue() {
    put(FULL);
    file.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              var row = statement.executeQuery("SELECT count(*) FROM (SHOW TABLES)")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(3);
          }
          return true;
        });
  }

  private void put(CatalogTable table, CatalogColumn... columns) {
    file.write(
        connection -> {
          new Catalog(connection).put(table, List.of(columns));
          return true;
        });
  }

  private static boolean execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }
}
