package dev.mixpaneldata.fetch;

import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import java.util.function.LongSupplier;

/**
 * Passes on the progress of a load, and keeps the lines that it sets aside.
 *
 * @param lines the number of all lines, or {@link #UNKNOWN} while some still arrive; during that
 *     time the progress of the download is reported instead
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
  public void setAside(QuarantinedLine line) {
    quarantine.keep(line);
  }
}
