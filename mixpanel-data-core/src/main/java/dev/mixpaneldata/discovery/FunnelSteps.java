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
 * The numbers of steps of saved funnels. The list of funnels lacks them; the funnels' bookmarks in
 * the app API have them.
 */
final class FunnelSteps {
  private final Bookmarks bookmarks;

  FunnelSteps(Bookmarks bookmarks) {
    this.bookmarks = bookmarks;
  }

  /** Returns the funnels with their steps, or unchanged if the app API does not answer. */
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
