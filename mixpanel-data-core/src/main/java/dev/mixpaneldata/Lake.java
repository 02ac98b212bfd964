package dev.mixpaneldata;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.ExportedLake;
import dev.mixpaneldata.lake.LakeDay;
import dev.mixpaneldata.lake.LakeExporter;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeInfo;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.lake.LakeLoader;
import dev.mixpaneldata.lake.LakeManifest;
import dev.mixpaneldata.lake.LakeSource;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.spi.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A data lake in a local folder: events as Parquet files, one folder a day, and a manifest that
 * lists them.
 *
 * <pre>{@code
 * workspace.lake(Path.of("lake")).fetch(FetchEvents.of("events", DateRange.of("2026-01-01", "2026-01-31")));
 * }</pre>
 *
 * <p>A day is replaced as a whole, and readers of the manifest see the old files or the new ones.
 * Several processes may write to one lake.
 */
public final class Lake {
  private final LakeFolder folder;
  private final Lazy<Project> project;
  private final Lazy<Store> store;
  private final Supplier<Fetch> fetch;
  private final Clock clock;

  Lake(
      LakeFolder folder,
      Lazy<Project> project,
      Lazy<Store> store,
      Supplier<Fetch> fetch,
      Clock clock) {
    this.folder = folder;
    this.project = project;
    this.store = store;
    this.fetch = fetch;
    this.clock = clock;
  }

  /** Returns the lake's folder. */
  public Path path() {
    return folder.path();
  }

  /**
   * Returns what the lake holds.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there is no lake in the folder, {@code
   *     STORAGE_FAILED} if a newer release wrote it
   */
  public LakeManifest manifest() {
    return folder.read();
  }

  /** Returns the days that were written, in their order; fails as {@link #manifest()} does. */
  public NavigableMap<LocalDate, LakeDay> days() {
    return manifest().days();
  }

  /** Returns the lake with its days and columns; fails as {@link #manifest()} does. */
  public LakeInfo info() {
    return LakeInfo.of(folder);
  }

  /** Returns reports on the lake, whose days and buckets are cut in its own time zone. */
  public Reports reports() {
    return reports(LocalScope.of(""));
  }

  /**
   * Returns reports on the lake with a zone, a cohort, a listener or the like; the table of the
   * scope is of no interest. What reads profiles is refused with {@code CANNOT_ANSWER}, as a lake
   * has events alone.
   */
  public Reports reports(LocalScope scope) {
    return store.get().lake(folder.path(), scope);
  }

  /** Writes all days of a local table that the lake does not have as the table has them. */
  public ExportedLake export(String table) {
    return export(ExportLake.of(path(), table), LakeListener.NONE);
  }

  /**
   * Writes days of a local table, those that have not changed excepted. An export that was stopped
   * continues when it is repeated.
   *
   * @param request the table and its days; the lake is this one
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for a folder that holds something else,
   *     or a lake of other events
   */
  public ExportedLake export(ExportLake request, LakeListener listener) {
    return new LakeExporter(store.get().events(), clock).export(folder, request, listener);
  }

  /** Fetches events from Mixpanel into the lake; {@link #fetch(FetchEvents, FetchListener)}. */
  public FetchResult fetch(FetchEvents request) {
    return fetch(request, FetchListener.NONE);
  }

  /**
   * Fetches events from Mixpanel into the lake without a local table. They take the place of all
   * that the lake has of their days. A fetch that was interrupted continues when the same request
   * is made again.
   *
   * @param request the events; its table only names quarantined lines
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for a limit, a mode or a lake of other
   *     events, {@code EXPORT_INCOMPLETE}, or an error of a call
   */
  public FetchResult fetch(FetchEvents request, FetchListener listener) {
    if (request.mode() != FetchMode.CREATE) {
      throw MixpanelDataException.invalidArgument(
          "A lake has no mode: the fetched days replace those that it has.", "Leave the mode out.");
    }
    if (request.query().limit().isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "A lake holds whole days, and a limit makes days incomplete.", "Leave the limit out.");
    }
    folder.find().ifPresent(manifest -> folder.check(wanted(request, manifest)));
    LakeLoader loader = new LakeLoader(folder, file -> store.get().in(file), clock);
    return fetch.get().into(loader).days(request, listener);
  }

  private LakeSource wanted(FetchEvents request, LakeManifest manifest) {
    Project p = project.get();
    Optional<ZoneId> zone =
        p.account().timeZone().isPresent()
            ? p.account().shiftedInto()
            : manifest.source().shiftedInto();
    return new LakeSource(
        p.account().credentials().projectId(),
        p.account().credentials().region().id(),
        zone.orElse(ZoneOffset.UTC),
        zone.isPresent(),
        request.query().events(),
        request.query().where());
  }
}
