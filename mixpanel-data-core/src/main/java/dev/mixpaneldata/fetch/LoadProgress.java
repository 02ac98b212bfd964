package dev.mixpaneldata.fetch;

import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.SetAsideLine;
import java.util.function.LongSupplier;

/**
 * Passes on how a load goes on, and keeps the lines that it sets aside.
 *
 * @param lines how many lines there are in all, or {@link #UNKNOWN} while some still arrive; until
 *     then the download is what is told
 */
record LoadProgress(FetchListener listener, Quarantine quarantine, LongSupplier lines)
    implements LoadListener {
  static final long UNKNOWN = -1;

  @Override
  public void rowsRead(long rows) {
    long all = lines.getAsLong();
    if (all != UNKNOWN) {
      listener.loading(rows, all);
    }
  }

  @Override
  public void setAside(SetAsideLine line) {
    quarantine.keep(line);
  }
}
