package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.TableInfo;
import java.util.Optional;

/** Makes tables of verified part files. */
public interface Loader {
  /**
   * Does what any load has to do first and what needs no table, such as loading the engine's
   * library, so that it is done while parts still arrive. What fails here fails again, and is told,
   * in the load.
   */
  void prepare();

  /** The table of this name, if it is there. */
  Optional<TableInfo> find(String table);

  /**
   * Loads part files. Readers see the state before or the state after, nothing between; a process
   * that dies on the way leaves the state before.
   */
  LoadResult load(LoadRequest request, LoadListener listener);
}
