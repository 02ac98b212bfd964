package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.lake.LakeColumn;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.storage.file.CatalogColumn;
import java.util.Collection;
import java.util.List;

/** A lake as a table that reports read. */
final class LakeTable {
  private LakeTable() {}

  /** Returns the days of a lake; refuses one that has none. */
  static LakeDays days(String place, LakeManifest manifest) {
    if (manifest.days().isEmpty()) {
      throw MixpanelDataException.cannotAnswer(
          "The lake " + place + " has no days yet.", "Write some days into it first.");
    }
    return new LakeDays(place, manifest);
  }

  /**
   * Returns the typed columns. In a file without one, its values are among the properties: as far
   * as readers are concerned, they do not fit the column.
   *
   * @param everywhere the columns that all files have
   */
  static List<CatalogColumn> columns(LakeManifest manifest, Collection<String> everywhere) {
    return manifest.columns().stream()
        .map(
            column ->
                new CatalogColumn(
                    column.property(),
                    column.name(),
                    column.type(),
                    misfits(column, everywhere.contains(column.name())),
                    column.nulls()))
        .toList();
  }

  private static long misfits(LakeColumn column, boolean isEverywhere) {
    return isEverywhere ? column.misfits() : Math.max(1, column.misfits());
  }

  /** Refuses what reads profiles. */
  static LocalCopy refuseProfiles() {
    throw MixpanelDataException.cannotAnswer(
        "user[…] and cohorts by profile read profiles, and a lake holds events alone.",
        Hint.anyOf(
            Hint.way("describe the users by what they did"),
            Hint.way("load the days of the lake into a local table with profiles beside it")));
  }
}
