package dev.mixpaneldata.fetch;

import dev.mixpaneldata.profile.ProfileClient;
import dev.mixpaneldata.profile.ProfilePage;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSupply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Fetches profiles: page 0, then the other pages of its session side by side, then the load. An
 * interrupted run starts anew: how long Mixpanel keeps a session is not known, and pages of two
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
    TableRules.check(request.table(), table, mode, Optional.empty());
    try (JobFolder folder = JobFolder.open(context.profileFolder(request))) {
      List<ProfilePart> parts = download(request, folder);
      long lines = parts.stream().mapToLong(ProfilePart::lines).sum();
      listener.loading(0, lines);
      LoadRequest load =
          new LoadRequest(
              UUID.randomUUID().toString(),
              request.table(),
              TableType.PROFILES,
              mode,
              PartSupply.of(parts.stream().map(ProfilePart::file).toList()),
              origin(request));
      try (Quarantine quarantine = Quarantine.empty(folder)) {
        LoadResult loaded =
            context.loader().load(load, new LoadProgress(listener, quarantine, () -> lines));
        FetchResult result = result(request, parts, loaded, quarantine, start);
        folder.delete();
        return result;
      }
    }
  }

  private List<ProfilePart> download(FetchProfiles request, JobFolder folder) {
    ProfileClient client = new ProfileClient(context.http(listener));
    ProfilePartWriter writer = new ProfilePartWriter(folder, listener);
    ProfilePage first = client.first(request.query());
    List<ProfilePart> parts = new ArrayList<>(List.of(writer.write(first)));
    if (first.isLast()) {
      listener.planned(1, 0);
      return parts;
    }
    if (first.total().isEmpty()) {
      followPages(request, client, writer, first, parts);
      return parts;
    }
    long pages = (first.total().get() + first.pageSize() - 1) / first.pageSize();
    listener.planned((int) Math.max(1, pages), 0);
    List<Integer> numbers = LongStream.range(1, pages).mapToObj(n -> (int) n).toList();
    WorkPool.run(
        request.workers(),
        numbers,
        number -> writer.write(client.page(request.query(), first.sessionId(), number)),
        part -> {
          parts.add(part);
          listener.windowFinished("page " + part.number());
        });
    return parts;
  }

  /** One page after the other, for a server that does not tell the total. */
  private void followPages(
      FetchProfiles request,
      ProfileClient client,
      ProfilePartWriter writer,
      ProfilePage first,
      List<ProfilePart> parts) {
    ProfilePage page = first;
    while (!page.isLast()) {
      page = client.page(request.query(), page.sessionId(), page.number() + 1);
      parts.add(writer.write(page));
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
      List<ProfilePart> parts,
      LoadResult loaded,
      Quarantine quarantine,
      Instant start) {
    Instant end = context.now();
    return new FetchResult(
        request.table(),
        TableType.PROFILES,
        loaded.stored(),
        loaded.received(),
        loaded.duplicatesRemoved(),
        loaded.replaced(),
        quarantine.repaired(),
        quarantine.unusable(),
        new QuarantineShelf(context).keep(request.table(), quarantine),
        parts.stream().mapToLong(ProfilePart::bytes).sum(),
        Optional.empty(),
        parts.stream().map(part -> part.toWindow(quarantine)).toList(),
        FetchContext.seconds(start, end),
        end);
  }
}
