package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Fetches profiles: page 0, then the other pages of its session in parallel, then the load. An
 * interrupted run starts again: the lifetime of Mixpanel's sessions is not known, and pages of two
 * sessions would mix two moments.
 */
final class ProfileFetcher {
  private final FetchContext context;
  private final FetchListener listener;

  ProfileFetcher(FetchContext context, FetchListener listener) {
    this.context = context;
    this.listener = listener;
  }

  FetchResult fetch(FetchProfiles request, LoadMode mode) {
    Instant start = context.now();
    Optional<TableInfo> table = context.loader().find(request.table());
    TableRules.check(request.table(), TableType.PROFILES, table, mode, Optional.empty());
    try (JobFolder folder =
        JobFolder.open(FetchErrors.JOB, context.dataDirectory(), context.profileFolder(request))) {
      ProfileDownload download =
          ProfileDownload.run(request, listener, folder, context.http(listener));
      List<ProfilePart> parts = download.parts();
      long lines = parts.stream().mapToLong(ProfilePart::lines).sum();
      listener.loading(0, lines);
      LoadRequest load =
          new LoadRequest(
              UUID.randomUUID().toString(),
              request.table(),
              TableType.PROFILES,
              mode,
              PartSource.of(parts.stream().map(ProfilePart::file).toList()),
              origin(request),
              List.of());
      try (Quarantine quarantine = Quarantine.empty(folder)) {
        LoadResult loaded =
            context.loader().load(load, new LoadProgress(listener, quarantine, () -> lines));
        FetchResult result = result(request, download, loaded, quarantine, start);
        folder.delete();
        listener.finished(result);
        return result;
      }
    }
  }

  private TableOrigin origin(FetchProfiles request) {
    return new TableOrigin(
        context.projectId(),
        context.region(),
        Optional.empty(),
        List.of(),
        request.query().where(),
        Optional.empty(),
        Optional.empty());
  }

  private FetchResult result(
      FetchProfiles request,
      ProfileDownload download,
      LoadResult loaded,
      Quarantine quarantine,
      Instant start) {
    Instant end = context.now();
    List<ProfilePart> parts = download.parts();
    return new FetchResult(
        request.table(),
        TableType.PROFILES,
        loaded.stored(),
        loaded.received(),
        loaded.duplicatesRemoved(),
        loaded.replaced(),
        quarantine.repaired(),
        quarantine.unusable(),
        QuarantineStore.of(context).keep(request.table(), quarantine),
        parts.stream().mapToLong(ProfilePart::bytes).sum(),
        Optional.empty(),
        parts.stream().map(part -> part.toWindow(quarantine)).toList(),
        download.total(),
        Warnings.of(
            quarantine.leftOut(),
            download.total(),
            loaded.received() - loaded.duplicatesRemoved() + quarantine.unusable()),
        FetchContext.seconds(start, end),
        end);
  }
}
