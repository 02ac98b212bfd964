package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.internal.pipeline.EventFiles;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Loads events from files into a local table, by the rules of a fetch: duplicates are removed,
 * lines that cannot be stored are kept in a file, and readers see the old table until the new one
 * is complete.
 */
public final class FileLoad {
  /** What a person calls the job. */
  private static final String JOB = "load";

  private final Store store;
  private final Path dataDirectory;
  private final Supplier<TableOwner> owner;
  private final Clock clock;

  /**
   * The project that events of files without a manifest are of.
   *
   * @param project its id
   * @param region us, eu or in
   */
  public record TableOwner(String project, String region) {
    /** The owner where no project is known; a table of it cannot be brought up to date. */
    public static final TableOwner UNKNOWN = new TableOwner("unknown", "us");
  }

  /**
   * Creates loads into a store.
   *
   * @param dataDirectory the folder of all local data
   * @param owner the project of the workspace
   */
  public FileLoad(Store store, Path dataDirectory, Supplier<TableOwner> owner, Clock clock) {
    this.store = store;
    this.dataDirectory = dataDirectory;
    this.owner = owner;
    this.clock = clock;
  }

  /** Loads files and reports the progress. */
  public FetchResult load(LoadEvents request, FetchListener listener) {
    Instant start = clock.instant();
    LoadMode mode = Fetch.loadMode(request.mode());
    Optional<TableInfo> table = store.loader().find(request.table());
    TableRules.check(request.table(), TableType.EVENTS, table, mode, Optional.empty());
    EventParts.Source source = source(request);
    try (JobFolder folder = JobFolder.open(JOB, dataDirectory, folder(request))) {
      EventParts parts = source.make(new EventPartWriter(folder, listener));
      try (Quarantine quarantine = Quarantine.empty(folder)) {
        listener.loading(0, parts.lines());
        LoadResult loaded =
            store
                .loader()
                .load(
                    new LoadRequest(
                        UUID.randomUUID().toString(),
                        request.table(),
                        TableType.EVENTS,
                        mode,
                        PartSource.of(parts.files()),
                        parts.origin(),
                        List.of()),
                    new LoadProgress(listener, quarantine, parts::lines));
        FetchResult result = result(request, parts, loaded, quarantine, start);
        folder.delete();
        listener.finished(result);
        return result;
      }
    }
  }

  private EventParts.Source source(LoadEvents request) {
    LakeFolder lake = LakeFolder.of(request.source());
    return lake.find()
        .<EventParts.Source>map(manifest -> new LakeParts(lake, manifest, store.events(), request))
        .orElseGet(
            () -> new FileParts(EventFiles.in(lake.path()), store.events(), request, owner.get()));
  }

  private Path folder(LoadEvents request) {
    String source = Sha256.hex(request.source().toAbsolutePath().toString()).substring(0, 12);
    return dataDirectory.resolve(JOB).resolve(TableName.inFileName(request.table()) + "-" + source);
  }

  private FetchResult result(
      LoadEvents request,
      EventParts parts,
      LoadResult loaded,
      Quarantine quarantine,
      Instant start) {
    Instant end = clock.instant();
    List<String> warnings = new ArrayList<>(parts.warnings());
    warnings.addAll(Warnings.of(quarantine.leftOut(), Optional.empty(), 0));
    return new FetchResult(
        request.table(),
        TableType.EVENTS,
        loaded.stored(),
        loaded.received(),
        loaded.duplicatesRemoved(),
        loaded.replaced(),
        quarantine.repaired(),
        quarantine.unusable(),
        new QuarantineStore(dataDirectory, parts.origin().projectId(), end)
            .keep(request.table(), quarantine),
        parts.bytes(),
        parts.origin().range(),
        parts.windows(),
        Optional.empty(),
        warnings,
        FetchContext.seconds(start, end),
        end);
  }

  static RuntimeException failed(String what, Exception cause) {
    return DiskFailure.of(JOB, what, cause);
  }
}
