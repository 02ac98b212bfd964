package dev.mixpaneldata.lake;

import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.WorkFolder;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.PromotedColumn;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** One load of parts into a lake, with its counts. */
final class LakeLoad {
  private static final String TABLE = "part";

  private final LoadRequest request;
  private final LoadListener listener;
  private final LakeWriter writer;
  private final LakeSource source;
  private final Function<Path, Store> stores;
  private final Clock clock;
  private long received;
  private long duplicates;
  private long replaced;

  LakeLoad(
      LoadRequest request,
      LoadListener listener,
      LakeWriter writer,
      LakeSource source,
      Function<Path, Store> stores,
      Clock clock) {
    this.request = request;
    this.listener = listener;
    this.writer = writer;
    this.source = source;
    this.stores = stores;
    this.clock = clock;
  }

  LoadResult run() {
    // The newest part first: it determines the columns of a new lake, in any order of arrival.
    for (int number = request.parts().count() - 1; number >= 0; number--) {
      load(request.parts().get(number), request.windows().get(number));
    }
    return new LoadResult(received, duplicates, replaced, writer.manifest().rows());
  }

  private void load(Path part, DateRange days) {
    try (WorkFolder scratch = WorkFolder.in(Objects.requireNonNull(part.getParent()), "scratch-")) {
      Store store = stores.apply(scratch.path().resolve("part.db"));
      try {
        load(store, part, days);
      } finally {
        store.release();
      }
    } catch (IOException e) {
      throw DiskFailure.of("fetch", "The events of " + days + " cannot be kept", e);
    }
  }

  private void load(Store store, Path part, DateRange days) {
    LoadRequest one =
        new LoadRequest(
            request.jobId(),
            TABLE,
            TableType.EVENTS,
            LoadMode.CREATE,
            PartSource.of(List.of(part)),
            List.of(days),
            source.origin(days),
            request.promoted(),
            columns());
    LoadResult loaded = store.loader().load(one, new Forward(listener, received));
    received += loaded.received();
    duplicates += loaded.duplicatesRemoved();
    DayExport export = new DayExport(store.events(), TABLE, days, writer, source, clock);
    for (LocalDate day : days.from().datesUntil(days.to().plusDays(1)).toList()) {
      replaced += export.copy(day, DayExport.Policy.FOLLOW).replaced();
    }
  }

  private List<PromotedColumn> columns() {
    return writer.manifest().columns().stream()
        .map(c -> new PromotedColumn(c.property(), c.name(), c.type(), 0, 0))
        .toList();
  }

  /** Reports the rows of a part in addition to those of the parts before. */
  private record Forward(LoadListener listener, long before) implements LoadListener {
    @Override
    public void rowsRead(long rows) {
      listener.rowsRead(before + rows);
    }

    @Override
    public void setAside(QuarantinedLine line) {
      listener.setAside(line);
    }
  }
}
