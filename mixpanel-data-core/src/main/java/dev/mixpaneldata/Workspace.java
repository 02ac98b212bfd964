package dev.mixpaneldata;

import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.Store;
import dev.mixpaneldata.store.Tables;

/** A stand-in until the one on main is merged. */
public final class Workspace {
  private final Store store;

  private Workspace(Store store) {
    this.store = store;
  }

  /** Over this store. */
  public static Workspace of(Store store) {
    return new Workspace(store);
  }

  /** The local tables. */
  public Tables tables() {
    return store.tables();
  }

  /** SQL on them. */
  public SqlResult sql(String text) {
    return store.sql().query(SqlQuery.of(text));
  }
}
