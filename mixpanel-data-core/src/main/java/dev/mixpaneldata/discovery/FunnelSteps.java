package dev.mixpaneldata.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many steps saved funnels have. The list of funnels does not say; their bookmarks in the app
 * API do, under {@code steps} in older ones and in the behavior that is shown in newer ones.
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
            .filter(b -> steps(b).isPresent())
            .collect(Collectors.toMap(FunnelSteps::funnelId, b -> steps(b).orElse(0), (a, b) -> a));
    return funnels.stream()
        .map(
            f ->
                new FunnelInfo(f.funnelId(), f.name(), Optional.ofNullable(byId.get(f.funnelId()))))
        .toList();
  }

  private static long funnelId(BookmarkInfo bookmark) {
    return params(bookmark)
        .flatMap(params -> Lenient.wholeNumber(params.path("funnel_id")))
        .orElse(bookmark.id());
  }

  private static Optional<Integer> steps(BookmarkInfo bookmark) {
    return params(bookmark)
        .map(
            params ->
                params.path("steps").isArray()
                    ? params.path("steps")
                    : params
                        .path("sections")
                        .path("show")
                        .path(0)
                        .path("behavior")
                        .path("behaviors"))
        .filter(JsonNode::isArray)
        .map(JsonNode::size)
        .filter(size -> size > 0);
  }

  /** Params are an object, or the text of one. */
  private static Optional<JsonNode> params(BookmarkInfo bookmark) {
    return bookmark.params().map(Json::text).map(Mappers::read).map(unquoted());
  }

  private static Function<JsonNode, JsonNode> unquoted() {
    return node ->
        node.isTextual() && node.textValue().startsWith("{")
            ? Mappers.read(node.textValue())
            : node;
  }
}
