package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Merges the catalogue's entry of a table with that of rows that another load added. */
final class OriginMerge {
  private OriginMerge() {}

  /** Unites ranges and event names; all else is from the later load. */
  static TableOrigin unite(TableOrigin old, TableOrigin added) {
    return new TableOrigin(
        added.projectId(),
        added.region(),
        uniteRanges(old.range(), added.range()),
        uniteEvents(old.events(), added.events()),
        added.where(),
        added.limit(),
        added.projectZone());
  }

  /** Adds the counts of a load to the old columns. */
  static List<CatalogColumn> sum(List<CatalogColumn> old, List<CatalogColumn> added) {
    List<CatalogColumn> sums = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      CatalogColumn column = old.get(i);
      sums.add(
          new CatalogColumn(
              column.property(),
              column.column(),
              column.type(),
              column.misfits() + added.get(i).misfits(),
              column.nulls() + added.get(i).nulls()));
    }
    return sums;
  }

  private static Optional<DateRange> uniteRanges(
      Optional<DateRange> old, Optional<DateRange> added) {
    if (old.isEmpty() || added.isEmpty()) {
      return old.or(() -> added);
    }
    LocalDate from =
        old.get().from().isBefore(added.get().from()) ? old.get().from() : added.get().from();
    LocalDate to = old.get().to().isAfter(added.get().to()) ? old.get().to() : added.get().to();
    return Optional.of(new DateRange(from, to));
  }

  /** Unites event names; no names mean all events. */
  private static List<String> uniteEvents(List<String> old, List<String> added) {
    if (old.isEmpty() || added.isEmpty()) {
      return List.of();
    }
    return Stream.concat(old.stream(), added.stream()).distinct().toList();
  }
}
