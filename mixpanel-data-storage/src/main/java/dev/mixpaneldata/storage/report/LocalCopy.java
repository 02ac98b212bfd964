package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A local table with its promoted columns by property. */
record LocalCopy(CatalogTable table, Map<String, CatalogColumn> columns) {
  static LocalCopy of(Catalog catalog, CatalogTable table) throws SQLException {
    return new LocalCopy(
        table,
        catalog.columns(table.name()).stream()
            .collect(Collectors.toMap(CatalogColumn::property, Function.identity(), (a, b) -> a)));
  }

  String quotedName() {
    return Identifiers.quote(table.name());
  }
}
