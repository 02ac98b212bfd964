package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.TableInfo;
import java.util.Optional;

/** Loads verified part files into tables. */
public interface Loader {
  /**
   * Does the first work of any load that needs no table, such as loading the engine's library,
   * while parts still arrive. A failure here does not surface: it occurs again in the load, which
   * reports it.
   */
  void prepare();

  /** Returns what names a table among all places that rows are loaded into. */
  default String place(String table) {
    return table;
  }

  /** Returns the table of this name; empty if there is none. */
  Optional<TableInfo> find(String table);

  /**
   * Loads part files. Readers see the state before or the state after, nothing between. A process
   * that dies in the middle leaves the state before.
   */
  LoadResult load(LoadRequest request, LoadListener listener);
}
