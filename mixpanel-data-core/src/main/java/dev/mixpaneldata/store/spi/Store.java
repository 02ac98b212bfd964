package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.Tables;

/**
 * The local database of one project: a file that is opened for an operation and closed after it.
 * After a read it stays open for a quarter of a second, for the next one; other processes can read
 * meanwhile, and this library's wait with writing.
 */
public interface Store {
  /** Looking at tables and dropping them. */
  Tables tables();

  /** SQL of people and assistants: reads only, and nothing but the tables. */
  Sql sql();

  /** Events on their way out. */
  StoredEvents events();

  /** Filling tables. */
  Loader loader();

  /** Reports on one of the tables; it is looked for when one runs. */
  Reports reports(LocalScope scope);

  /** Closes the file at once where it would stay open for a moment. The store can be used on. */
  default void release() {}
}
