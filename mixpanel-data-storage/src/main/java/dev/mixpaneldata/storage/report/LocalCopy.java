package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.lake.LakeSource;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table with its promoted columns by property: one of a database file, or the events of a lake.
 *
 * @param lake the days, of a lake
 * @param shards what queries read, where shards answer them
 */
record LocalCopy(
    CatalogTable table,
    Map<String, CatalogColumn> columns,
    Optional<LakeDays> lake,
    Optional<ShardColumns> shards) {
  /** The name of a lake's events in SQL. */
  static final String LAKE_TABLE = "events";

  static LocalCopy of(Catalog catalog, CatalogTable table) throws SQLException {
    return new LocalCopy(
        table, byProperty(catalog.columns(table.name())), Optional.empty(), Optional.empty());
  }

  /** Returns the events of a lake that has days. */
  static LocalCopy of(
      LakeDays lake, Collection<CatalogColumn> columns, Optional<ShardColumns> shards) {
    LakeManifest manifest = lake.manifest();
    LakeSource source = manifest.source();
    Instant complete = lake.complete();
    TableOrigin origin =
        new TableOrigin(
            source.project(),
            source.region(),
            Optional.of(new DateRange(manifest.days().firstKey(), manifest.days().lastKey())),
            source.events(),
            source.where(),
            Optional.empty(),
            Optional.of(source.timezone()).filter(zone -> source.shifted()));
    return new LocalCopy(
        new CatalogTable(
            LAKE_TABLE, TableType.EVENTS, complete, complete, origin, Optional.empty()),
        byProperty(columns),
        Optional.of(lake),
        shards);
  }

  private static Map<String, CatalogColumn> byProperty(Collection<CatalogColumn> columns) {
    return columns.stream()
        .collect(Collectors.toMap(CatalogColumn::property, Function.identity(), (a, b) -> a));
  }

  String quotedName() {
    return Identifiers.quote(table.name());
  }

  /** Returns its name in sentences: {@code table 'jan'}. */
  String title() {
    return lake.map(days -> "lake " + days.place()).orElse("table '" + table.name() + "'");
  }

  /**
   * Returns the zone of its days. Days of the export are UTC days, except in older projects (raw
   * export reference).
   */
  ZoneId zone() {
    return lake.map(LakeDays::zone).or(() -> table.origin().projectZone()).orElse(ZoneOffset.UTC);
  }

  /** Returns SQL of a value of its rows, which shards are handed as a column. */
  String computed(String alias, String sql) {
    return shards.map(columns -> columns.column(alias, sql)).orElse(sql);
  }

  /** Notes a condition of a query; shards are handed the rows that one of its conditions passes. */
  void inQuestion(String condition) {
    shards.ifPresent(columns -> columns.inQuestion(condition));
  }
}
