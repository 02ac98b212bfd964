package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Optional;

/** Saved reports (app API, undocumented; as Mixpanel's Python client calls it). */
public final class Bookmarks {
  /** Asks for the newer shape of the items. */
  private static final int VERSION = 2;

  private final MixpanelHttp http;
  private final DiscoveryCache cache;

  public Bookmarks(MixpanelHttp http, DiscoveryCache cache) {
    this.http = http;
    this.cache = cache;
  }

  /** All saved reports, or those of one type, as Mixpanel orders them; kept for a while. */
  public List<BookmarkInfo> list(Optional<BookmarkType> type) {
    return cache.get(
        Bookmarks.class,
        "list",
        List.of(type),
        () -> {
          Call call =
              Call.get(ApiFamily.APP, "/{scope}/bookmarks")
                  .parameter("v", VERSION)
                  .parameter("type", type.map(BookmarkType::wireName).orElse(null));
          // The list comes wrapped once or twice.
          JsonNode items = Lenient.unwrap(Mappers.read(http.send(call).body()), "results");
          return Lenient.elements(items).stream().map(Bookmarks::bookmark).toList();
        });
  }

  /** One saved report; {@code NOT_FOUND} if there is none. */
  public BookmarkInfo get(long id) {
    Call call = Call.get(ApiFamily.APP, "/{scope}/bookmarks/{}", id).parameter("v", VERSION);
    return bookmark(Lenient.unwrap(Mappers.read(http.send(call).body()), "results"));
  }

  private static BookmarkInfo bookmark(JsonNode node) {
    return new BookmarkInfo(
        Lenient.count(node.path("id")),
        node.path("name").asText(),
        node.path("type").asText(),
        Lenient.wholeNumber(node.path("project_id")),
        Lenient.text(node.path("created")),
        Lenient.text(node.path("modified")),
        Lenient.wholeNumber(node.path("workspace_id")),
        Lenient.wholeNumber(node.path("dashboard_id")),
        Lenient.text(node.path("description")),
        Lenient.wholeNumber(node.path("creator_id")),
        Lenient.text(node.path("creator_name")),
        Lenient.json(node.path("params")));
  }
}
