package dev.mixpaneldata.discovery;

import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.bookmarks.FunnelDefinition;
import dev.mixpaneldata.error.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many steps saved funnels have. The list of funnels does not say; their bookmarks in the app
 * API do.
 */
final class FunnelSteps {
  private final Bookmarks bookmarks;

  FunnelSteps(Bookmarks bookmarks) {
    this.bookmarks = bookmarks;
  }

  /** The funnels with their steps; as they are where the app API does not answer. */
  List<FunnelInfo> addTo(List<FunnelInfo> funnels) {
    List<BookmarkInfo> saved;
    try {
      saved = bookmarks.list(Optional.of(BookmarkType.FUNNELS));
    } catch (ApiException notAllowedThere) {
      return funnels;
    }
    Map<Long, Integer> byId =
        saved.stream()
            .map(FunnelDefinition::of)
            .filter(f -> !f.steps().isEmpty())
            .collect(
                Collectors.toMap(FunnelDefinition::funnelId, f -> f.steps().size(), (a, b) -> a));
    return funnels.stream()
        .map(
            f ->
                new FunnelInfo(f.funnelId(), f.name(), Optional.ofNullable(byId.get(f.funnelId()))))
        .toList();
  }
}
