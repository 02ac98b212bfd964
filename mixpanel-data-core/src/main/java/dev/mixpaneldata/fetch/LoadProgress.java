package dev.mixpaneldata.fetch;

import dev.mixpaneldata.store.LoadListener;
import dev.mixpaneldata.store.SetAsideLine;

/** Passes on how a load goes on, and keeps the lines that it sets aside. */
record LoadProgress(FetchListener listener, Quarantine quarantine, long lines)
    implements LoadListener {
  @Override
  public void rowsRead(long rows) {
    listener.loading(rows, lines);
  }

  @Override
  public void setAside(SetAsideLine line) {
    quarantine.keep(line);
  }
}
