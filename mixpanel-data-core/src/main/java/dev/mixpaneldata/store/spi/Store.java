package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.Tables;
import java.nio.file.Path;

/**
 * The local database of one project: a file that is opened for an operation and closed after it.
 * After a read it stays open for a quarter of a second, for the next one; meanwhile other processes
 * can read, and writers of this library wait.
 */
public interface Store {
  /** Returns the tables, to inspect, export and drop. */
  Tables tables();

  /** Returns the SQL of people and assistants: it only reads, and nothing but the tables. */
  Sql sql();

  /** Events on their way out. */
  StoredEvents events();

  /** Filling tables. */
  Loader loader();

  /** Returns reports on one of the tables, which is looked up when a report runs. */
  Reports reports(LocalScope scope);

  /**
   * Returns a store with the same settings in another file, which need not exist and is soon gone:
   * no indexes are made of its tables.
   */
  Store in(Path file);

  /** Returns reports on the data lake in a folder, which is read when a report runs. */
  Reports lake(Path folder, LocalScope scope);

  /** Closes the file at once if it would stay open for a moment. The store remains usable. */
  default void release() {}
}
