package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.store.TableType;
import java.sql.SQLException;
import java.util.List;

/** The tables of profiles in a database file. */
record LocalProfiles(Catalog catalog, List<CatalogTable> tables, LocalScope scope)
    implements ProfileTables {
  @Override
  public LocalCopy get() {
    List<CatalogTable> candidates =
        tables.stream()
            .filter(table -> table.type() == TableType.PROFILES)
            .filter(
                table -> scope.profiles().filter(n -> !n.equalsIgnoreCase(table.name())).isEmpty())
            .toList();
    if (candidates.size() != 1) {
      // A wrong name is a mistake; without a name, the table simply has no profiles beside it.
      throw MixpanelDataException.of(
          scope.profiles().isPresent() ? ErrorCode.INVALID_ARGUMENT : ErrorCode.CANNOT_ANSWER,
          candidates.isEmpty()
              ? "user[…] and cohorts by profile read profiles, but there is no local table "
                  + scope.profiles().map(n -> "'" + n + "' ").orElse("")
                  + "of them."
              : "user[…] and cohorts by profile read profiles, but there is more than"
                  + " one local table of them.",
          candidates.isEmpty()
              ? Hint.of("Fetch them first with {}.", Reference.FETCH_PROFILES)
              : Hint.of(
                  "Name one with {}: {}.",
                  Reference.PROFILES_TABLE,
                  String.join(", ", candidates.stream().map(CatalogTable::name).toList())));
    }
    try {
      return LocalCopy.of(catalog, candidates.get(0));
    } catch (SQLException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED, "The catalogue could not be read.", null, e);
    }
  }
}
