package dev.mixpaneldata.store;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;

/** The local database of one project: a file that is opened for each operation and closed after. */
public interface Store {
  /** Looking at tables and dropping them. */
  Tables tables();

  /** SQL of people and assistants: reads only, and nothing but the tables. */
  Sql sql();

  /** Filling tables. */
  Loader loader();

  /** Reports on one of the tables; it is looked for when one runs. */
  Reports reports(LocalScope scope);
}
