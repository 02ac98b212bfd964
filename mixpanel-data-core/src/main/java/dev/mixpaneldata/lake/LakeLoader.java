package dev.mixpaneldata.lake;

import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.WorkFolder;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.PromotedColumn;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Loads part files into the days of a lake, one part at a time by way of a store of its own that is
 * gone afterwards. So disk and memory are those of one part, and the rules are those of a table.
 */
public final class LakeLoader implements Loader {
  private static final String TABLE = "part";

  private final LakeFolder lake;
  private final Function<Path, Store> stores;
  private final Clock clock;

  /**
   * Creates a loader.
   *
   * @param stores makes a store in a file
   */
  public LakeLoader(LakeFolder lake, Function<Path, Store> stores, Clock clock) {
    this.lake = lake;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    stores.apply(lake.path()).loader().prepare();
  }

  @Override
  public String place(String table) {
    return lake.path().toString();
  }

  @Override
  public Optional<TableInfo> find(String table) {
    return lake.find().filter(manifest -> !manifest.days().isEmpty()).map(m -> info(table, m));
  }

  private static TableInfo info(String table, LakeManifest manifest) {
    Instant written =
        manifest.days().values().stream()
            .map(LakeDay::written)
            .max(Instant::compareTo)
            .orElseThrow();
    DateRange days = new DateRange(manifest.days().firstKey(), manifest.days().lastKey());
    return new TableInfo(
        table,
        TableType.EVENTS,
        manifest.rows(),
        manifest.bytes(),
        written,
        written,
        manifest.source().origin(days),
        Optional.empty());
  }

  @Override
  public LoadResult load(LoadRequest request, LoadListener listener) {
    LakeSource source = LakeSource.of(request.origin());
    Sum sum = new Sum();
    try (LakeWriter writer = LakeWriter.open(lake, source)) {
      // The newest part first: it determines the columns of a new lake, in any order of arrival.
      int count = request.parts().count();
      for (int number : IntStream.range(0, count).map(i -> count - 1 - i).toArray()) {
        load(number, request, new Forward(listener, sum.received), writer, source, sum);
      }
      return new LoadResult(
          sum.received, sum.duplicates, sum.replaced, writer.manifest().rows());
    }
  }

  private void load(
      int number,
      LoadRequest request,
      LoadListener listener,
      LakeWriter writer,
      LakeSource source,
      Sum sum) {
    Path part = request.parts().get(number);
    DateRange days = request.windows().get(number);
    try (WorkFolder scratch =
        WorkFolder.in(Objects.requireNonNull(part.getParent()), "scratch-")) {
      Store store = stores.apply(scratch.path().resolve("part.db"));
      LoadResult loaded =
          store
              .loader()
              .load(
                  new LoadRequest(
                      request.jobId(),
                      TABLE,
                      TableType.EVENTS,
                      LoadMode.CREATE,
                      PartSource.of(List.of(part)),
                      List.of(days),
                      source.origin(days),
                      request.promoted(),
                      columns(writer.manifest())),
                  listener);
      sum.received += loaded.received();
      sum.duplicates += loaded.duplicatesRemoved();
      DayExport export = new DayExport(store.events(), TABLE, days, writer, source, clock);
      for (LocalDate day : days.from().datesUntil(days.to().plusDays(1)).toList()) {
        sum.replaced += export.copy(day, DayExport.Policy.FOLLOW).replaced();
      }
      store.release();
    } catch (IOException e) {
      throw DiskFailure.of("fetch", "The events of " + days + " cannot be kept", e);
    }
  }

  private static List<PromotedColumn> columns(LakeManifest manifest) {
    return manifest.columns().stream()
        .map(c -> new PromotedColumn(c.property(), c.name(), c.type(), 0, 0))
        .toList();
  }

  /** The counts of all parts so far. */
  private static final class Sum {
    private long received;
    private long duplicates;
    private long replaced;
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
