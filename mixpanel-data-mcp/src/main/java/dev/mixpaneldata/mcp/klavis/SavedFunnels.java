package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.bookmarks.FunnelDefinition;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.error.ApiException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saved funnels with their steps and creators. The list of funnels has names alone; the rest is in
 * the saved reports of the app API, and is absent where those may not be read.
 */
final class SavedFunnels {
  private SavedFunnels() {}

  /** A funnel as the Klavis server shows it. */
  record Shown(
      long funnelId,
      String name,
      Optional<String> description,
      Optional<String> createdDate,
      Optional<String> updatedDate,
      Optional<String> creator,
      List<String> steps,
      Optional<Integer> stepCount) {}

  static List<Shown> of(Workspace workspace) {
    List<FunnelInfo> funnels = workspace.discovery().funnels();
    Map<Long, BookmarkInfo> saved = new HashMap<>();
    try {
      for (BookmarkInfo report :
          workspace.app().bookmarks().list(Optional.of(BookmarkType.FUNNELS))) {
        saved.put(FunnelDefinition.of(report).funnelId(), report);
      }
    } catch (ApiException notAllowedThere) {
      saved.clear();
    }
    return funnels.stream()
        .map(funnel -> shown(funnel, Optional.ofNullable(saved.get(funnel.funnelId()))))
        .toList();
  }

  private static Shown shown(FunnelInfo funnel, Optional<BookmarkInfo> report) {
    return new Shown(
        funnel.funnelId(),
        funnel.name(),
        report.flatMap(BookmarkInfo::description),
        report.flatMap(BookmarkInfo::created),
        report.flatMap(BookmarkInfo::modified),
        report.flatMap(BookmarkInfo::creatorName),
        report.map(r -> FunnelDefinition.of(r).steps()).orElse(List.of()),
        funnel.steps());
  }
}
